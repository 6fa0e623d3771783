"""The words that headers of lists are made of, in Haitian Creole, French, Spanish, English and some Portuguese.

Each line: an idea, a language, and the ways to say it. `headers.py` says what ideas together mean.
"""

# ruff: noqa: E501 - tables of words and patterns read better in long lines

from functools import cache

from .words import fold

# What ideas stand for: family name, given name, a name of either kind, the whole of it, a person.
_NAMES = """
family en: family name, family names, last name, last names, lastname, surname, surnames, sur name, second surname
family en: last, maternal surname, paternal surname, fam name, sname, l name, lname
family fr: nom de famille, noms de famille, nom famille, patronyme, nom patronymique, nom de naissance, nom usuel
family es: apellido, apellidos, primer apellido, segundo apellido, apellido paterno, apellido materno, 1er apellido
family es: 2do apellido, apellido 1, apellido 2, apellido s, 1 apellido, 2 apellido
family ht: siyati, siyati a, siyati yo, non fanmi, non de fanmi, siyati moun nan
family pt: sobrenome, sobrenomes, apelido, apelidos, ultimo nome
family de: nachname, cognome
given en: given name, given names, given, first name, first names, firstname, forename, forenames, first, fname, f name
given en: middle name, middle names, middle, middle initial, mi, second name, other names, other name, second given name
given fr: prenom, prenoms, prenom s, deuxieme prenom, 2e prenom, 2eme prenom, autres prenoms, premier prenom, prenom usuel
given es: primer nombre, segundo nombre, nombre de pila, nombres de pila, otros nombres, 1er nombre, 2do nombre
given es: nombre 1, nombre 2
given ht: prenon, prenon yo, ti non, lot non
given pt: prenome, primeiro nome, nome proprio, nome do meio, vorname
name en: name, names
name fr: nom, noms
name es: nombre, nombres
name ht: non, non yo, non an
name pt: nome, nomes
whole en: full, complete, fullname, entire
whole fr: complet, complets, identite complete
whole es: completo, completos
whole ht: konple
person en: passenger, passengers, pax, traveller, traveler, travellers, person, returnee, returnees, migrant, migrants, evacuee
person en: passenger list, individual
person fr: passager, passagers, passagere, voyageur, voyageurs, personne, personnes, rapatrie, rapatries, migrants
person es: pasajero, pasajeros, persona, personas, migrante, migrantes, retornado, retornados, repatriado, repatriados
person ht: pasaje, pasaje yo, moun, moun nan, moun yo, migran, migran yo, vwayaje
person pt: passageiro, passageiros, pessoa
"""

_FACTS = """
number en: no, nr, num, number, numbers, sn, s n, s no, sl no, sr no, seq, sequence, item, line, line no, row, count, serial
number en: list no, list number, no on list, manifest no, pos, position, nbr, order
number fr: no liste, no de liste, numero de liste, numero, numeros, n, no d ordre, n d ordre, numero d ordre, num ordre, ordre, ligne, rang, no ordre, n ordre
number es: no lista, no de lista, nro, num, orden, linea, no orden, n orden, fila
number ht: nimewo lis, nimewo nan lis, nimewo, niwewo, nim, liy, lod
number pt: numero de ordem, ordem, linha
sex en: sex, gender, m f, f m, sx, gndr
sex fr: sexe, genre, h f, f h, sexes
sex es: sexo, genero, h m, m h
sex ht: seks, sek, jan, g f, f g, gason fanm, gason fi
title en: title, salutation, mr mrs, prefix
title fr: civilite, titre, m mme
title es: tratamiento, titulo
title ht: tit
birth en: date of birth, dob, d o b, birth date, birthdate, birthday, birth, born, born on, date birth, bdate, b day, bday
birth en: date and place of birth, dateofbirth, d of b
birth fr: date de naissance, date naissance, ddn, d d n, naissance, ne le, nee le, ne e le, date de naiss, date naiss
birth fr: dat naiss, date et lieu de naissance, date nais, naiss, datenaissance, d naissance, nele, date de nais
birth es: fecha de nacimiento, fecha nacimiento, fecha nac, fec nac, f nac, f nacimiento, fdn, nacimiento, nac, fechanac
birth es: fecha y lugar de nacimiento, fecha de nac, f de nac, nacido el, nacido, f n
birth ht: dat nesans, dat nesans lan, nesans, dat li fet, li fet, fet le, fet, dat fet, dat ou fet, dat nesans li
birth pt: data de nascimento, data nascimento, nascimento, nasc, data nasc, data de nasc, dt nascimento, dn
day fr: jour, jr, jj
day en: day, dd
day es: dia
day ht: jou
month fr: mois
month en: month, mm
month es: mes
month ht: mwa
year fr: annee, aaaa
year en: year, yyyy, yr
year es: ano, anio
year ht: ane
age fr: ans, age, ages, age ans, age annees, age en annees, age en ans
age en: years old, age years, age yrs, age in years
age es: edad, edades, edad anos
age ht: laj, laj li
age pt: idade
nation en: nationality, nationalities, citizenship, nat, natl, natn, citizen of, country of citizenship, ctz, coc
nation en: country of nationality, nation, citizenship country
nation fr: nationalite, nationalites, citoyennete, pays de nationalite, natio
nation es: nacionalidad, ciudadania, nac dad, pais de nacionalidad
nation ht: nasyonalite, nasyonalite li, sitwayente
nation pt: nacionalidade, cidadania
paper en: passport, document, doc, id card, identification, national id, travel document, pp, ppt, travel doc, pass, passport id
paper en: identity document, identity card, identity, id doc, identification document, personal id, personal identification
paper fr: passeport, piece d identite, piece, cin, nif, nin, carte d identite, carte nationale, laissez passer, pieces
paper fr: document de voyage, carte d identification, cni, id nationale, document d identite, titre de voyage, niu
paper es: pasaporte, documento, cedula, cedula de identidad, salvoconducto, dni, rut, run, documento de identidad, carnet
paper es: documento de viaje, identificacion, ci
paper ht: paspo, dokiman, kat didantite, papye, kat, kat idantite, kat idantifikasyon, dokiman vwayaj, pyes, pyes didantite
paper pt: passaporte, rg, cpf, rne, rnm, identidade
id en: id, i d, id no, id number, id nr, id num, id code, ident, id document no
kin en: family
kin fr: famille
kin es: familia
kin ht: fanmi, fanmi an
group en: family group, family unit, family unit no, household, hh, family id, family no, family number, group, grp, fam no
group en: fam, family code, group id, group no, famu, party, travel group, travelling with, family ref, household id, fmu, fu
group en: family grouping, family groups, hh id, hh no, group number
group fr: groupe familial, groupe famille, groupe, menage, no famille, numero famille, code famille, foyer, groupe de famille
group fr: numero de famille, no de famille, unite familiale, dossier familial, n famille, famille n, cellule familiale
group es: grupo familiar, grupo, nucleo familiar, hogar, unidad familiar, nucleo, numero de familia, no familia, grupo fam
group ht: gwoup fanmi, gwoup, gwoup fanmi an, nimewo fanmi, kay, menaj
group pt: grupo familiar, agregado familiar, familia no
"""

# Known columns that are not taken in: nothing of the reception needs them.
_ELSE = """
else en: a number, a no, a num, alien number, file no, file number, case no, case number, case, file, event no, expiry, expiration, expires, issue, issued, issuing, valid, place, country, city, town, address, phone, telephone
else en: mobile, tel, email, seat, flight, destination, origin, departure, arrival, date of arrival, type, kind, baggage
else en: bags, luggage, weight, mother, father, parent, parents, relation, relationship, head, head of household, contact
else en: emergency, marital, occupation, profession, religion, ethnicity, language, languages, photo, picture, signature
else en: height, eyes, hair, blood, size, education, category, class, age group, age range, group size, nickname, alias
else en: aliases, aka, maiden, spouse, guardian, escort, carrier, ticket, pnr, booking, gate, time, residence, state, province
else en: department, commune, district, visa, fingerprint, wristband, tag, property, room, bus, vehicle, registered by, member
else fr: expiration, expire, delivre, delivrance, lieu, pays, ville, adresse, telephone, tel, siege, vol, destination, origine
else fr: depart, arrivee, type, bagages, bagage, poids, mere, pere, parents, lien, lien de parente, parente, chef, chef de famille
else fr: contact, etat civil, situation familiale, profession, langue, langues, photo, signature, emargement, taille, sanguin
else fr: tranche d age, categorie, surnom, jeune fille, epoux, epouse, conjoint, tuteur, billet, heure, residence, departement
else fr: commune, section, quartier, province, validite, accompagnateur, chambre, provenance, statut matrimonial, visite
else es: vencimiento, vence, emision, expedicion, lugar, pais, ciudad, direccion, domicilio, telefono, celular, asiento, vuelo
else es: destino, origen, salida, llegada, tipo, equipaje, maletas, peso, madre, padre, parentesco, relacion, jefe, contacto
else es: estado civil, ocupacion, profesion, idioma, foto, firma, grupo sanguineo, categoria, apodo, tutor, hora, provincia
else es: municipio, residencia, procedencia, validez, acompanante, grupo de edad, rango de edad, habitacion, cantidad
else ht: adres, telefon, vil, peyi, kote, kote li fet, kote li soti, kote li prale, destinasyon, manman, papa, siyen, siyati responsab
else ht: foto, lang, lyen, lyen fanmi, chef, depatman, komin, katye, bagaj, plas, chez, kalite, non jwet, gwose, espirasyon, valab
else en: agent, officer, staff, driver, interpreter, witness, agency, organisation, organization, airline, company, airport
else en: hotel, birthplace, place of birth, birth place, country of birth, date of issue, date of expiry, expiry date, case
else fr: agent, officier, chauffeur, interprete, temoin, agence, compagnie, aeroport, lieu de naissance, pays de naissance
else es: agente, oficial, chofer, interprete, testigo, agencia, aerolinea, aeropuerto, lugar de nacimiento, pais de nacimiento
else ht: ajan, chofe, entepret, temwen, konpayi, ayewopo, peyi nesans, kote nesans
else pt: local de nascimento, pais de nascimento, naturalidade, agente, motorista, validade, lugar, local, pais, cidade, endereco, telefone, assento, voo, destino, mae, pai, tipo, bagagem, estado civil
"""

# Words that carry no idea of their own.
_SMALL = """
of the a an in on at for to de du la le les des d l del los las el al y et and ak e ou or o en da do dos das nan yo an lan a
your his her their su sus votre son sa li pou par por com com s es qui que as per if any si as in please all
"""


@cache
def phrases() -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """From the words of a phrase to its ideas, each with its language."""
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for line in (_NAMES + _FACTS + _ELSE).strip().splitlines():
        if not line.strip():
            continue
        idea, language = line.split(":")[0].split()
        for phrase in line.split(":")[1].split(","):
            ideas = found.setdefault(tuple(fold(phrase).split()), [])
            if all(idea != known for known, _ in ideas):
                ideas.append((idea, language))
    return found


SMALL_WORDS = frozenset(_SMALL.split())
LONGEST_PHRASE = 5
