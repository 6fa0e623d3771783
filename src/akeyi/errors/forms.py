"""What is wrong with an XLSForm: said beside the cell where it stands; nothing is published."""

from .kinds import error

NO_WORKBOOK = error(
    401,
    ht=("Fichye sa a pa yon .xlsx nou ka li.", "Anrejistre fòm nan an .xlsx epi eseye ankò."),
    fr=("Ce fichier n'est pas un .xlsx lisible.", "Enregistrez le formulaire en .xlsx et réessayez."),
    es=("Este archivo no es un .xlsx legible.", "Guarde el formulario como .xlsx e inténtelo otra vez."),
    en=("This file is no .xlsx that can be read.", "Save the form as .xlsx and try again."),
)
TOO_BIG = error(
    402,
    ht=("Fichye a twò gwo pou yon fòm.", "Retire foto ak fèy ki pa nesesè."),
    fr=("Le fichier est trop grand pour un formulaire.", "Retirez les images et les feuilles inutiles."),
    es=("El archivo es demasiado grande para un formulario.", "Quite imágenes y hojas innecesarias."),
    en=("The file is too big for a form.", "Take out pictures and sheets that are not needed."),
)
TOO_MUCH_WORK = error(
    403,
    ht=("Fòm sa a mande twòp travay pou li.", "Fè li pi senp, oswa separe li an de."),
    fr=("Ce formulaire demande trop de travail à lire.", "Simplifiez-le, ou partagez-le en deux."),
    es=("Leer este formulario exige demasiado trabajo.", "Simplifíquelo o divídalo en dos."),
    en=("This form takes too much work to read.", "Make it simpler, or split it in two."),
)
TOO_LONG = error(
    404,
    ht=("Fòm nan twò long pou tablèt yo.", "Separe li an de fòm."),
    fr=("Le formulaire est trop long pour les tablettes.", "Partagez-le en deux formulaires."),
    es=("El formulario es demasiado largo para las tabletas.", "Divídalo en dos formularios."),
    en=("The form is too long for tablets.", "Split it into two forms."),
)
NO_QUESTIONS = error(
    405,
    ht=("Fèy survey la manke oswa li vid.", "Mete kesyon yo nan yon fèy ki rele survey."),
    fr=("La feuille survey manque ou est vide.", "Mettez les questions dans une feuille nommée survey."),
    es=("Falta la hoja survey o está vacía.", "Ponga las preguntas en una hoja llamada survey."),
    en=("The sheet survey is missing or empty.", "Put the questions into a sheet called survey."),
)
NO_FORM_ID = error(
    406,
    ht=("Fòm nan pa gen yon form_id ki bon.", "Ekri yon non kout ak ti lèt, chif ak _."),
    fr=("Le formulaire n'a pas de form_id valable.", "Donnez un nom court en minuscules, chiffres et _."),
    es=("El formulario no tiene un form_id válido.", "Dé un nombre corto con minúsculas, cifras y _."),
    en=("The form has no form_id that can be used.", "Give a short name of small letters, digits and _."),
)
NO_TITLE = error(
    407,
    ht=("Fòm nan pa gen tit.", "Ekri yon form_title."),
    fr=("Le formulaire n'a pas de titre.", "Donnez un form_title."),
    es=("El formulario no tiene título.", "Dé un form_title."),
    en=("The form has no title.", "Give a form_title."),
)
LANGUAGE_UNKNOWN = error(
    408,
    ht=("Kolòn {header} pa di ki lang li ye.", "Ekri lang nan konsa: label::Kreyòl (ht), fr, es oswa en."),
    fr=("La colonne {header} ne dit pas sa langue.", "Écrivez-la ainsi : label::Français (fr), ou ht, es, en."),
    es=("La columna {header} no dice su idioma.", "Escríbalo así: label::Español (es), o ht, fr, en."),
    en=("Column {header} does not say its language.", "Write it like this: label::English (en), or ht, fr, es."),
)
NOT_TRANSLATED = error(
    409,
    ht=("Tèks sa a manke nan lang {language}.", "Tradui li, oswa retire kolòn lang sa a."),
    fr=("Ce texte manque dans la langue {language}.", "Traduisez-le, ou retirez les colonnes de cette langue."),
    es=("Este texto falta en el idioma {language}.", "Tradúzcalo o quite las columnas de ese idioma."),
    en=("This text is missing in the language {language}.", "Translate it, or take out this language's columns."),
)
NO_TYPE = error(
    410,
    ht=("Liy sa a pa di ki kalite kesyon li ye.", "Ekri yon type, tankou text oswa select_one."),
    fr=("Cette ligne ne dit pas quel type de question elle est.", "Donnez un type, comme text ou select_one."),
    es=("Esta fila no dice qué tipo de pregunta es.", "Dé un type, como text o select_one."),
    en=("This row does not say what kind of question it is.", "Give a type, such as text or select_one."),
)
TYPE_NOT_ASKED = error(
    411,
    ht=("Tablèt yo pa mande kesyon tip {type}.", "Sèvi ak text, integer, date, select_one oswa select_multiple."),
    fr=(
        "Les tablettes ne posent pas de question du type {type}.",
        "Utilisez text, integer, date, select_one ou select_multiple.",
    ),
    es=(
        "Las tabletas no hacen preguntas del tipo {type}.",
        "Use text, integer, date, select_one o select_multiple.",
    ),
    en=("Tablets ask no question of type {type}.", "Use text, integer, date, select_one or select_multiple."),
)
NO_SUCH_CHOICES = error(
    412,
    ht=("Pa gen lis {list} nan fèy choices.", "Ajoute lis la, oswa korije non li."),
    fr=("La feuille choices n'a pas de liste {list}.", "Ajoutez la liste, ou corrigez son nom."),
    es=("La hoja choices no tiene la lista {list}.", "Añada la lista o corrija su nombre."),
    en=("The sheet choices has no list {list}.", "Add the list, or correct its name."),
)
NO_SUCH_FUNCTION = error(
    413,
    ht=("Tablèt yo pa konnen fonksyon {name}.", "Korije non fonksyon an."),
    fr=("Les tablettes ne connaissent pas la fonction {name}.", "Corrigez le nom de la fonction."),
    es=("Las tabletas no conocen la función {name}.", "Corrija el nombre de la función."),
    en=("Tablets do not know the function {name}.", "Correct the function's name."),
)
EXPRESSION_WRONG = error(
    414,
    ht=("Nou pa ka konprann {expression}.", "Gade parantèz, gimè ak siy yo."),
    fr=("L'expression {expression} n'est pas comprise.", "Vérifiez parenthèses, guillemets et signes."),
    es=("No se entiende la expresión {expression}.", "Revise paréntesis, comillas y signos."),
    en=("The expression {expression} is not understood.", "Look at its brackets, quotes and signs."),
)
PYXFORM = error(
    415,
    ht=("pyxform di: {words}", "Korije sa, epi eseye ankò."),
    fr=("pyxform dit : {words}", "Corrigez cela, puis réessayez."),
    es=("pyxform dice: {words}", "Corríjalo e inténtelo otra vez."),
    en=("pyxform says: {words}", "Mend this, then try again."),
)
NOT_CONVERTED = error(
    416,
    ht=("Fòm nan pa ka konvèti, e pa gen okenn plas ki di.", "Gade tit kolòn nan fèy settings ak choices."),
    fr=(
        "Le formulaire ne peut pas être converti, sans qu'un endroit soit nommé.",
        "Vérifiez les en-têtes des feuilles settings et choices.",
    ),
    es=(
        "El formulario no se puede convertir, y no se nombra ningún lugar.",
        "Revise los encabezados de las hojas settings y choices.",
    ),
    en=("The form cannot be converted, and no place is named.", "Look at the headers of settings and choices."),
)
OTHER_WALL = error(
    417,
    ht=("Fòm {form} deja gen yon lòt miray.", "Chwazi menm miray la, oswa bay yon lòt form_id."),
    fr=("Le formulaire {form} est déjà derrière un autre mur.", "Choisissez le même, ou un autre form_id."),
    es=("El formulario {form} ya está detrás de otro muro.", "Elija el mismo u otro form_id."),
    en=("Form {form} stands behind another wall already.", "Choose the same one, or another form_id."),
)
