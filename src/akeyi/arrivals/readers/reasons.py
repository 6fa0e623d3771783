"""What could not be read in a row, or was doubtful, in four languages; the cell itself is never repeated."""

from typing import Any

from akeyi.errors import LANGUAGES

REASONS: dict[str, tuple[str, str, str, str]] = {
    "no_name": (
        "Pa gen non ni nimewo papye: liy sa a pa pran.",
        "Ni nom ni numéro de document: la ligne n'est pas reprise.",
        "Sin nombre ni número de documento: la fila no se importa.",
        "No name and no document number: the row is not taken in.",
    ),
    "not_a_person": (
        "Nou pa rekonèt yon moun nan liy sa a: li pa pran.",
        "Aucune personne n'y est reconnue: la ligne n'est pas reprise.",
        "No se reconoce a una persona: la fila no se importa.",
        "Not understood as a person: the row is not taken in.",
    ),
    "same_person": (
        "Menm moun ak liy {row}: li pran yon sèl fwa.",
        "Même personne qu'à la ligne {row}: reprise une seule fois.",
        "La misma persona que en la fila {row}: se importa una sola vez.",
        "The same person as in row {row}: kept once.",
    ),
    "maybe_same_person": (
        "Petèt menm moun ak liy {row}: tou de rete.",
        "Peut-être la même personne qu'à la ligne {row}: les deux sont gardées.",
        "Quizás la misma persona que en la fila {row}: se conservan las dos.",
        "Perhaps the same person as in row {row}: both are kept.",
    ),
    "same_document": (
        "Menm nimewo papye ak liy {row}, men yon lòt moun: tou de rete.",
        "Même numéro de document qu'à la ligne {row}, autre personne: les deux sont gardées.",
        "El mismo número de documento que en la fila {row}, otra persona: se conservan las dos.",
        "The same document number as in row {row}, another person: both are kept.",
    ),
    "birth_unreadable": (
        "Nou pa ka li dat nesans lan.",
        "La date de naissance est illisible.",
        "La fecha de nacimiento no se puede leer.",
        "The date of birth cannot be read.",
    ),
    "birth_impossible": (
        "Dat nesans sa a pa egziste.",
        "Cette date de naissance n'existe pas.",
        "Esa fecha de nacimiento no existe.",
        "There is no such date of birth.",
    ),
    "birth_in_future": (
        "Dat nesans lan poko rive.",
        "La date de naissance est dans le futur.",
        "La fecha de nacimiento está en el futuro.",
        "The date of birth is in the future.",
    ),
    "birth_too_long_ago": (
        "Dat nesans lan twò lwen.",
        "La date de naissance est trop ancienne.",
        "La fecha de nacimiento es demasiado antigua.",
        "The date of birth is too long ago.",
    ),
    "birth_year_only": (
        "Dat nesans lan pa konplè: se ane a sèlman ki klè.",
        "La date de naissance est incomplète: seule l'année est dite.",
        "La fecha de nacimiento está incompleta: solo se dice el año.",
        "The date of birth is incomplete: only the year is said.",
    ),
    "birth_order_guessed": (
        "Kolòn « {column} » pa di si jou a vini anvan mwa a: nou li jou a an premye.",
        "La colonne « {column} » ne dit pas si le jour vient avant le mois: lu jour d'abord.",
        "La columna «{column}» no dice si el día va antes que el mes: se leyó el día primero.",
        'The column "{column}" does not say whether day or month comes first: read as day first.',
    ),
    "birth_order_mixed": (
        "Nan kolòn sa a gen dat jou an premye ak dat mwa an premye: dat sa a pa sèten, li pa pran.",
        "La colonne mêle jour d'abord et mois d'abord: cette date est incertaine et n'est pas reprise.",
        "La columna mezcla día primero y mes primero: esta fecha es incierta y no se importa.",
        "The column mixes day first and month first: this date is uncertain and not taken in.",
    ),
    "age_unreadable": (
        "Nou pa ka li laj la.",
        "L'âge est illisible.",
        "La edad no se puede leer.",
        "The age cannot be read.",
    ),
    "sex_unreadable": (
        "Nou pa ka li sèks la.",
        "Le sexe est illisible.",
        "El sexo no se puede leer.",
        "The sex cannot be read.",
    ),
    "sex_m_open": (
        "M ka vle di gason oswa « mujer » nan kolòn sa a: sèks la pa pran.",
        "M peut dire masculin ou « mujer » dans cette colonne: le sexe n'est pas repris.",
        "En esta columna M puede ser masculino o mujer: el sexo no se importa.",
        "M may mean male or 'mujer' in this column: the sex is not taken in.",
    ),
    "sex_m_guessed": (
        "Nan kolòn « {column} » gen M sèlman: nou li l kòm gason.",
        "La colonne « {column} » n'a que des M: lus comme masculin.",
        "La columna «{column}» solo tiene M: se leyó como masculino.",
        'The column "{column}" holds M alone: read as male.',
    ),
    "nationality_unknown": (
        "Nou pa rekonèt nasyonalite a.",
        "La nationalité n'est pas reconnue.",
        "No se reconoce la nacionalidad.",
        "The nationality is not recognised.",
    ),
    "two_nationalities": (
        "Plizyè nasyonalite: premye a pran.",
        "Plusieurs nationalités: la première est reprise.",
        "Varias nacionalidades: se toma la primera.",
        "Several nationalities: the first is taken.",
    ),
    "document_damaged": (
        "Yon tablo kraze nimewo papye a: gen chif ki pèdi.",
        "Un tableur a abîmé le numéro de document: des chiffres sont perdus.",
        "Una hoja de cálculo dañó el número de documento: faltan cifras.",
        "A spreadsheet damaged the document number: digits are lost.",
    ),
    "row_shifted": (
        "Liy lan gen plis selil pase kolòn yo: gade si selil yo nan plas yo.",
        "La ligne a plus de cellules que de colonnes: vérifiez qu'elles sont à leur place.",
        "La fila tiene más celdas que columnas: compruebe que estén en su lugar.",
        "The row has more cells than there are columns: check that they are in their places.",
    ),
    "name_order_guessed": (
        "Kolòn « {column} » pa di ki kote siyati a ye: nou pran dènye mo a.",
        "La colonne « {column} » ne dit pas où est le nom de famille: le dernier mot a été pris.",
        "La columna «{column}» no dice cuál es el apellido: se tomó la última palabra.",
        'The column "{column}" does not say which is the family name: the last word was taken.',
    ),
    "name_cut_guessed": (
        "Kolòn « {column} » gen non ki gen plizyè mo: nou pa sèten ki kote siyati a fini.",
        "La colonne « {column} » a des noms de plusieurs mots: où finit le nom de famille n'est pas certain.",
        "La columna «{column}» tiene nombres de varias palabras: no es seguro dónde termina el apellido.",
        'The column "{column}" has names of several words: where the family name ends is not certain.',
    ),
    "family_group_filled": (
        "Kolòn « {column} » di chak fanmi yon sèl fwa: nou mete l pou moun ki anba yo tou.",
        "La colonne « {column} » dit chaque famille une seule fois: reprise pour les personnes en dessous.",
        "La columna «{column}» dice cada familia una sola vez: se repitió para las personas de abajo.",
        'The column "{column}" says each family once: it was taken for the people below as well.',
    ),
    "column_not_understood": (
        "Sa ki nan kolòn « {column} » pa koresponn ak tit li: li pa pran.",
        "Le contenu de la colonne « {column} » ne répond pas à son titre: elle n'est pas reprise.",
        "El contenido de la columna «{column}» no corresponde a su título: no se importa.",
        'What the column "{column}" holds does not fit its header: it is not taken in.',
    ),
    "column_twice": (
        "Kolòn « {column} » la de fwa, lwen youn ak lòt: se premye a sèlman ki pran.",
        "La colonne « {column} » figure deux fois, loin l'une de l'autre: seule la première est reprise.",
        "La columna «{column}» está dos veces, lejos una de otra: solo se toma la primera.",
        'The column "{column}" stands twice, far apart: only the first is taken in.',
    ),
    "sheet_is_no_list": (
        "Fèy « {name} » pa yon lis: li pa li.",
        "La feuille « {name} » n'est pas une liste: elle n'est pas lue.",
        "La hoja «{name}» no es una lista: no se lee.",
        'The sheet "{name}" is no list: it is not read.',
    ),
    "sheet_is_hidden": (
        "Fèy « {name} » kache: li pa li.",
        "La feuille « {name} » est cachée: elle n'est pas lue.",
        "La hoja «{name}» está oculta: no se lee.",
        'The sheet "{name}" is hidden: it is not read.',
    ),
    "totals_differ": (
        "Lis la di {stated} moun, nou li {read}.",
        "La liste annonce {stated} personnes, {read} ont été lues.",
        "La lista dice {stated} personas, se leyeron {read}.",
        "The list says {stated} people, {read} were read.",
    ),
    "totals_disagree": (
        "Lis la di de total: {stated} ak {other}.",
        "La liste donne deux totaux: {stated} et {other}.",
        "La lista da dos totales: {stated} y {other}.",
        "The list gives two totals: {stated} and {other}.",
    ),
    "crew": (
        "Manm ekipaj: li pa pran.",
        "Membre d'équipage: non repris.",
        "Tripulante: no se importa.",
        "A member of the crew: not taken in.",
    ),
    "in_transit": (
        "Lis la di moun sa a ap kontinye vwayaj la.",
        "La liste dit que cette personne continue son voyage.",
        "La lista dice que esta persona sigue viaje.",
        "The list says that this person travels on.",
    ),
    "part_missing": (
        "Yon pati nan mesaj la manke.",
        "Une partie du message manque.",
        "Falta una parte del mensaje.",
        "A part of the message is missing.",
    ),
    "segments_differ": (
        "Mesaj la di li gen {stated} moso, nou li {read}: gen moso ki ka manke.",
        "Le message annonce {stated} segments, {read} ont été lus: il en manque peut-être.",
        "El mensaje anuncia {stated} segmentos, se leyeron {read}: quizás falten algunos.",
        "The message says {stated} segments, {read} were read: some may be missing.",
    ),
    "cut_short": (
        "Mesaj la koupe anvan fen li.",
        "Le message est coupé avant sa fin.",
        "El mensaje está cortado antes del final.",
        "The message is cut off before its end.",
    ),
}


def sentence(code: str, parameters: dict[str, Any], language: str = "en") -> str:
    """The reason as a person reads it; problems of one sheet among several name the sheet."""
    said = REASONS[code][LANGUAGES.index(language) if language in LANGUAGES else 3].format(**parameters)
    sheet = parameters.get("sheet")
    return f"{sheet}: {said}" if sheet else said
