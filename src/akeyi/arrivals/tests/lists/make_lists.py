"""Writes the messy lists of this folder: each is a trap that lists of passengers really have; all people are invented.

`python -m akeyi.arrivals.tests.lists.make_lists` writes the files anew. What should be read from them stands beside each file in
`<file>.expected.json`, typed by a person who looked at the list, never taken from what the reader said.
"""

# ruff: noqa: E501 - a row of a list stays in one piece

from pathlib import Path

from akeyi.arrivals.tests.lists.workbooks import WORKBOOKS

HERE = Path(__file__).parent

# name: (encoding, text). Written byte for byte, so that the ends of lines are the ones given here.
TEXTS: dict[str, tuple[str, str]] = {
    "title-rows-header-in-row-9.csv": (
        "utf-8",
        "REPUBLIQUE D'HAITI;;;;\nOffice National de la Migration;;;;\n;;;;\nListe des passagers du vol GX 3301;;;;\n"
        "Date: 19/09/2021;;;;\nDe: Del Rio;;;;\nA: Port-au-Prince;;;;\n;;;;\n"
        "No;Nom;Prénom;Sexe;Date de naissance\n1;Toussaint;Guerda;F;25/03/1988\n2;Désir;Evens;M;01/12/1979\n",
    ),
    "creole-headers.csv": (
        "utf-8",
        "Nimewo,Siyati,Non,Sèks,Dat nesans,Nasyonalite,Nimewo paspò,Gwoup fanmi\n"
        "1,Dorvil,Ti-Jean,gason,14/02/1990,Ayisyen,R1234567,A\n2,Dorvil,Rose-Laure,fanm,30/06/1992,Ayisyèn,R1234568,A\n"
        "3,Noël,Islande,ti fi,21/11/2015,Chilyèn,,B\n",
    ),
    "spanish-h-and-m.csv": (
        "cp1252",
        "Nº;Apellidos;Nombres;Sexo;Fecha de nacimiento;Nacionalidad;Cédula\n"
        "1;Celestín;José;H;15/08/1985;Haitiano;001-234\n2;Núñez;María Inés;M;22/01/1991;Dominicana;001-235\n"
        "3;Estimé;Rosa;M;17/05/2001;Haitiana;\n",
    ),
    "spanish-two-surname-columns.csv": (
        "utf-8",
        "Apellido paterno,Apellido materno,Nombres,Sexo,Edad\nPérez,Núñez,Juan Carlos,Masculino,31\n"
        "Díaz,Reyes,Ana,Femenino,8 meses\n",
    ),
    "portuguese-headers.csv": (
        "utf-8",
        "Nome,Sobrenome,Sexo,Data de nascimento,Nacionalidade,Passaporte\n"
        "Thiago,Silva,Masculino,13/10/2016,Brasileira,FX112233\nLuana,Silva,Feminino,24/12/2018,Brasileira,FX112234\n",
    ),
    "bilingual-headers.csv": (
        "utf-8",
        "N° / No.;Nom / Last name;Prénom / First name;Sexe / Sex;Date de naissance / Date of birth;Nationalité / Nationality\n"
        "1;Metellus;Frantz;M;19/04/1983;HTI\n2;Metellus;Ketia;F;28/07/1986;HTI\n",
    ),
    "three-name-columns.csv": (
        "utf-8",
        "Last Name,First Name,Middle Name,Gender,DOB\nCharles,Rose,Marie,F,1990-05-17\nCharles,Nelson,,M,1988-11-30\n",
    ),
    "lastname-comma-first.csv": (
        "utf-8",
        'Seq,Passenger name,Sex,Age\n1,"PIERRE, Jean Robert",M,44\n2,"JEAN-BAPTISTE, Marie Ange",F,39\n'
        '3,"SAINT FLEUR, Woodley",M,7\n',
    ),
    "capitals-tell-the-family-name.csv": (
        "utf-8",
        "Nom complet;Sexe;Âge\nJEAN BAPTISTE Marie Rose;F;33\nPhilogène;M;\nReginald DE LA CRUZ;M;21\n"
        "McDONALD Ruth;F;40\n",
    ),
    "names-all-capitals.csv": (
        "utf-8",
        "NOM,PRENOM,SEXE,NATIONALITE\nVILSAINT,OLGENS,M,HAITIENNE\nVILSAINT,BETTINA,F,HAITIENNE\n",
    ),
    "airline-slash-names.csv": (
        "utf-8",
        "Name,Age\nGUERRIER/SAMUEL MR,29\nGUERRIER/ESTHER MRS,27\nGUERRIER/DAPHNEY MISS,3\n",
    ),
    "name-order-unknown.csv": (
        "utf-8",
        "Name,Sex,Nationality\nWilner Lamour,M,Haitian\nNadège Occéus,F,Haitian\n",
    ),
    "nom-et-prenom-two-words.csv": (
        "utf-8",
        "Nom et prénom;Sexe;Naissance\nLamour Wilner;M;16/01/1981\nOccéus Nadège;F;27/02/1984\n",
    ),
    "title-instead-of-sex.csv": (
        "utf-8",
        "Civilité;Nom;Prénom;Né(e) le\nM.;Morisset;Yves;20/10/1970\nMme;Morisset;Claudine;31/01/1975\n"
        "Mlle;Morisset;Huguette;15/06/2005\n",
    ),
    "sex-in-words-of-four-languages.csv": (
        "utf-8",
        "Family name,Given names,Sex\nCadet,Jocelyn,Male\nCadet,Yolette,femme\nCadet,Kenley,gason\nCadet,Emilia,mujer\n"
        "Cadet,Mateo,varón\nCadet,Naïka,ti fi\nCadet,Lukas,?\n",
    ),
    "french-h-and-f.csv": (
        "utf-8",
        "Nom;Prénom;Sexe\nLouis;Patrick;H\nLouis;Magdala;F\n",
    ),
    "sex-that-is-none.csv": (
        "utf-8",
        "Family name,Given names,Sex,Age\nJoseph,Ruth,F,30\nJoseph,Daniel,1,32\nJoseph,Sofia,yes,4\n",
    ),
    "crosses-below-m-and-f.csv": (
        "utf-8",
        "Nom;Prénom;Âge;M;F\nHyppolite;Wilkens;36;x;\nHyppolite;Fabiola;34;;x\n",
    ),
    "ages-as-people-say-them.csv": (
        "utf-8",
        "Siyati;Non;Laj\nBelizaire;Stanley;31 ans\nBelizaire;Kerline;8 mois\nBelizaire;Miguel;2 1/2\n"
        "Belizaire;Edeline;29 lane\nBelizaire;Zachary;granmoun\n",
    ),
    "age-and-birth-both.csv": (
        "utf-8",
        "Last name,First name,Age,Date of birth\nSainvil,Ronald,100,15/03/21\nSainvil,Lovely,0,20/06/21\n",
    ),
    "dates-day-first.csv": (
        "utf-8",
        "Nom;Prénom;Né le\nGeorges;Luckner;03/04/1985\nGeorges;Immacula;25/12/1990\nGeorges;Ashley;7/8/2012\n",
    ),
    "dates-month-first.csv": (
        "utf-8",
        "Surname,Given name,DOB\nGeorges,Luckner,04/03/1985\nGeorges,Immacula,12/25/1990\nGeorges,Ashley,8/7/2012\n",
    ),
    "dates-order-open.csv": (
        "utf-8",
        "Surname,Given name,DOB\nGeorges,Luckner,04/03/1985\nGeorges,Immacula,12/05/1990\n",
    ),
    "dates-order-said-in-header.csv": (
        "utf-8",
        "Surname,Given name,Date of birth (MM/DD/YYYY)\nGeorges,Luckner,04/03/1985\nGeorges,Immacula,12/05/1990\n",
    ),
    "dates-with-month-names.csv": (
        "utf-8",
        "Nom;Prénom;Date de naissance\nAugustin;Rodney;1er janvier 1980\nAugustin;Genèse;3 de febrero de 1982\n"
        "Augustin;Joaquín;12-Aug-2010\nAugustin;Darline;5 avril 2003\nAugustin;Ti-Jean;24 desanm 1999\n"
        "Augustin;Ruth;March 7, 1985\n",
    ),
    "dates-two-digit-years.csv": (
        "utf-8",
        "Nom;Prénom;Né le\nMichel;Makenson;15/06/58\nMichel;Wideline;23/01/99\nMichel;Thiago;30/11/15\n",
    ),
    "dates-with-time.csv": (
        "utf-8",
        "Nom;Prénom;Date de naissance\nBaptiste;Kervens;1991-07-19 00:00:00\nBaptiste;Natacha;1993-02-08T00:00:00\n",
    ),
    "dates-dots-dashes-spaces.csv": (
        "utf-8",
        "Nom;Prénom;Date de naissance\nPierre;Evens;19.07.1991\nPierre;Guerda;08-02-1993\nPierre;Lukas;21 10 2017\n"
        "Pierre;Sofia;20190131\n",
    ),
    "dates-that-cannot-be.csv": (
        "utf-8",
        "Nom;Prénom;Date de naissance\nJean;Zachary;31/02/1990\nJean;Jésula;1985\nJean;Olgens;15/15/1985\n"
        "Jean;Emmanuel;01/01/2199\nJean;Christela;14/07/2001\n",
    ),
    "birth-in-three-columns.csv": (
        "utf-8",
        "Nom;Prénom;Date de naissance;;;Sexe\n;;Jour;Mois;Année;\nFrançois;Samuel;9;4;1987;M\nFrançois;Ketia;21;12;1990;F\n",
    ),
    "totals-row.csv": (
        "utf-8",
        "No;Nom;Prénom;Sexe\n1;Innocent;Nelson;M\n2;Innocent;Claudine;F\n3;Innocent;Daphney;F\nTOTAL;3;;\n",
    ),
    "totals-in-one-cell-and-by-group.csv": (
        "utf-8",
        "No;Nom;Prénom;Sexe\n1;Innocent;Nelson;M\n2;Innocent;Claudine;F\n3;Innocent;Daphney;F\n;;;\n"
        "Adultes;2;;\nEnfants;1;;\nTOTAL GENERAL: 3 passagers;;;\n",
    ),
    "totals-that-differ.csv": (
        "utf-8",
        "No,Name,Surname,Sex\n1,Ruth,Mésidor,F\n2,Daniel,Mésidor,M\nTotal passengers,3,,\n",
    ),
    "total-above-the-header.csv": (
        "utf-8",
        "Manifest GX 3303\nTotal passengers: 2\nSurname,Given name,Sex\nLaguerre,Islande,F\nLaguerre,Frantz,M\n",
    ),
    "person-below-the-totals.csv": (
        "utf-8",
        "No;Nom;Prénom;Sexe;Âge\n1;Théodore;Vladimir;M;41\nTotal;1;;;\n2;Théodore;Marie-Ange;F;38\n",
    ),
    "header-repeated-in-the-middle.csv": (
        "utf-8",
        "No,Apellido,Nombre,Edad\n1,Exantus,Reginald,22\n2,Exantus,Yolette,24\nNo,Apellido,Nombre,Edad\n3,Exantus,Benjamin,2\n",
    ),
    "empty-rows-and-columns.csv": (
        "utf-8",
        ",,,,,\n,Nom,,Prénom,,Sexe\n,,,,,\n,Fils-Aimé,,Jocelyn,,M\n,,,,,\n,,,,,\n,Fils-Aimé,,Roseline,,F\n,,,,,\n",
    ),
    "same-person-twice.csv": (
        "utf-8",
        "No;Nom;Prénom;Sexe;Date de naissance;Passeport\n1;Philogène;Rose;F;16/05/1989;R100\n"
        "2;Philogène;Wilner;M;18/09/1986;R101\n3;PHILOGENE;Rose;F;16/05/1989;R100\n",
    ),
    "same-name-two-people.csv": (
        "utf-8",
        "Nom;Prénom;Sexe;Date de naissance\nJean;Pierre;M;16/05/1989\nJean;Pierre;M;23/02/1961\n",
    ),
    "remarks-never-imported.csv": (
        "utf-8",
        "Last name,First name,Sex,Criminal history,Immigration status,Remarks,Seat\n"
        "Estimé,Mackenzy,M,none,overstay,see file,12A\nEstimé,Valentina,F,none,overstay,,12B\n",
    ),
    "columns-in-creole-never-imported.csv": (
        "utf-8",
        "Siyati;Non;Seks;Rezon depòtasyon;Obsèvasyon\nToussaint;Samuel;G;X;Y\nToussaint;Lovely;F;X;\n",
    ),
    "semicolons-cp1252.csv": (
        "cp1252",
        "Nom;Prénom;Nationalité\r\nCélestin;Agustín;Haïtienne\r\nMétayer;Naïka;Brésilienne\r\n",
    ),
    "mac-roman.csv": (
        "mac_roman",
        "Nom;Prénom;Nationalité\rCélestin;Agustín;Haïtienne\rMétayer;Naïka;Brésilienne\r",
    ),
    "dos-cp850.csv": (
        "cp850",
        "Nom;Prénom;Nationalité\r\nCélestin;Agustín;Haïtienne\r\nMétayer;Naïka;Brésilienne\r\n",
    ),
    "utf16-le-tabs.txt": (
        "utf-16",
        "Nom\tPrénom\tSexe\r\nGuerrier\tÉvens\tM\r\nGuerrier\tJésula\tF\r\n",
    ),
    "utf16-be-no-mark.csv": (
        "utf-16-be",
        "Nom,Prénom,Sexe\r\nGuerrier,Évens,M\r\nGuerrier,Jésula,F\r\n",
    ),
    "utf8-with-mark.csv": (
        "utf-8-sig",
        "Nom,Prénom,Sexe\r\nGuerrier,Évens,M\r\nGuerrier,Jésula,F\r\n",
    ),
    "pipes.txt": (
        "utf-8",
        "Surname|Given names|Sex|Nationality\nNoël|Lucson|M|HT\nNoël|Edeline|F|US\n",
    ),
    "sep-line.csv": (
        "utf-8",
        "sep=;\r\nNom;Prénom;Sexe\r\nSaint-Fleur;Evens, fils;M\r\nSaint-Fleur;Rose;?\r\n",
    ),
    "quotes-and-line-breaks.csv": (
        "utf-8",
        '"Last\nname","First name","Sex","Age"\r\n"Lamour","Fedeline ""Fedy""","F","19"\r\n"Lamour, Jr","Stanley","M","23"\r\n',
    ),
    "hidden-spaces-and-marks.csv": (
        "utf-8",
        "Nom ;\u200bPrénom;Sexe;Passeport\n\u00a0Désir\u00a0; \u202eMirlande\u202c ;F\u2009;'0012345\n"
        "De\u00a0la\u2009Cruz;Ti\u200d-Jean;\u00a0M;\ufeffR778\n",
    ),
    "leading-zeros.csv": (
        "utf-8",
        "Nom,Prénom,No passeport\nCharles,Nadège,0001234\nCharles,Luckner,0001235\n",
    ),
    "nationalities-in-four-languages.csv": (
        "utf-8",
        "Surname,Given name,Nationality\nA,Rose,Haïtienne\nB,Ana,chilena\nC,Lukas,BRA\nD,Sofia,República Dominicana\n"
        "E,Ketia,Ayisyen\nF,Ruth,Haitian/US\nG,Yves,Atlantis\n",
    ),
    "family-headings-between.csv": (
        "utf-8",
        "Nom;Prénom;Âge\nFAMILLE 1;;\nMorisset;Patrick;40\nMorisset;Emilia;6\nFAMILLE 2;;\nOccéus;Bettina;28\n",
    ),
    "rows-that-are-nobody.csv": (
        "utf-8",
        "No;Nom;Prénom;Sexe;Âge\n1;Vilsaint;Marie;F;33\n2;;;M;12\n3;;;;\n4;Vilsaint;Paul;M;35\n"
        "Fait à Port-au-Prince, le 19/09/2021;;;;\nSignature:;;;;\n",
    ),
    "no-header-but-certain.csv": (
        "utf-8",
        "1,JOSEPH,Huguette,F,1990-04-21,HTI\n2,JOSEPH,Vicente,M,2017-12-01,CHL\n3,CADET,Wilkens,M,1979-10-30,HTI\n",
    ),
    "header-in-lower-row-order-mixed.csv": (
        "utf-8",
        "Pasaporte,Fecha Nac.,Sexo,Nombre,Apellido\nPP9988,30/09/1988,F,Antonella,Rojas\n,13/01/1990,M,Benjamín,Rojas\n",
    ),
    "wrong-ending-csv-as.xlsx": (
        "utf-8",
        "Nom;Prénom;Sexe\nTi;Jean;M\nEstimé;Ruth;F\n",
    ),
    "names-only.txt": (
        "utf-8",
        "Nom et prénoms\nPIERRE Jean\nLOUIS Marie\n",
    ),
    "person-word-of-the-sender.csv": (
        "utf-8",
        'No,Nombre del deportado,Sexo,Delito\n1,"Pérez, Juan",M,x\n2,"Luna, Ana",F,x\n',
    ),
    "paxlst-plain.txt": (
        "ascii",
        "UNA:+.? '\nUNB+UNOA:4+SENDER+RECEIVER+210919:0900+1'\nUNH+1+PAXLST:D:02B:UN:IATA+GX1+01:F'\nBGM+745'\n"
        "NAD+FL+++JEAN BAPTISTE:MARIE:ANGE'\nATT+2++F'\nDTM+329:850412'\nNAT+2+HTI'\nRFF+AVF:ABC123'\nDOC+P:110:111+R55'\n"
        "NAD+FL+++SILVA:LUANA'\nATT+2++F'\nDTM+329:20180109:102'\nNAT+2+BRA'\nCNT+42:2'\nUNT+14+1'\nUNZ+1+1'\n",
    ),
    "paxlst-own-separators-and-release.edi": (
        "ascii",
        "UNA*|.! ~UNB|UNOA*4|S|R|210919*0900|1~UNH|1|PAXLST*D*05B*UN*IATA|K|01*F~BGM|745~"
        "NAD|FL|||O!*BRIEN*ANA!~~ATT|2||F~DTM|329*990131~NAT|2|USA~CNT|42*1~UNT|8|1~UNZ|1|1~",
    ),
    "paxlst-split-with-crew.txt": (
        "ascii",
        "UNB+UNOA:4+S+R+210919:0900+1'\nUNH+1+PAXLST:D:02B:UN:IATA+K1+01:C'\nBGM+745'\nNAD+FL+++NOEL:RUTH'\nATT+2++F'\n"
        "CNT+42:1'\nUNT+6+1'\nUNH+2+PAXLST:D:02B:UN:IATA+K1+02:F'\nBGM+745'\nNAD+FL+++NOEL:YVES'\nATT+2++M'\nCNT+42:1'\n"
        "UNT+6+2'\nUNH+3+PAXLST:D:02B:UN:IATA+K2+01:F'\nBGM+250'\nNAD+FM+++PILOT:ANN'\nCNT+42:1'\nUNT+5+3'\nUNZ+3+1'\n",
    ),
    "paxlst-total-too-high.csv": (
        "ascii",
        "UNB+UNOA:4+S+R+210919:0900+1'\nUNH+1+PAXLST:D:02B:UN:IATA'\nBGM+745'\nNAD+FL+++NOEL:RUTH'\nNAT+2+ZZQ'\n"
        "CNT+42:2'\nUNT+6+1'\nUNZ+1+1'\n",
    ),
    "paxlst-wrong-segment-count.txt": (
        "ascii",
        "UNB+UNOA:4+S+R+210919:0900+1'\nUNH+1+PAXLST:D:02B:UN:IATA'\nBGM+745'\nNAD+FL+++NOEL:RUTH'\nCNT+42:1'\n"
        "UNT+9+1'\nUNZ+1+1'\n",
    ),
    "paxlst-cut-off.txt": (
        "ascii",
        "UNB+UNOA:4+S+R+210919:0900+1'\nUNH+1+PAXLST:D:02B:UN:IATA'\nBGM+745'\nNAD+FL+++NOEL:RUTH'\nATT+2++F'\nNAD+FL+++NO",
    ),
    "names-with-a-comma-nobody-quoted.csv": (
        "utf-8",
        "No,Passenger,Sex,Age\n1,PIERRE, Jean,M,31\n2,LOUIS, Marie,F,28\n3,SAINT FLEUR, Ana,F,4\n",
    ),
    "families-told-once.csv": (
        "utf-8",
        "Groupe;Nom;Prénom\nF1;Michel;Rodney\n;Michel;Genèse\n;Michel;Thiago\nF2;Noël;Ruth\n",
    ),
    "sex-by-a-legend.csv": (
        "utf-8",
        "Nom;Prénom;Sexe (1=M, 2=F)\nLaguerre;Frantz;1\nLaguerre;Islande;2\n",
    ),
    "ages-in-months.csv": (
        "utf-8",
        "Nom;Prénom;Âge (mois)\nBaptiste;Kenley;18\nBaptiste;Naïka;7\n",
    ),
    "two-spanish-surnames-in-one-column.csv": (
        "utf-8",
        "Nombre completo;Sexo\nJuan Carlos Pérez Gómez;Hombre\nAna Luna;Mujer\n",
    ),
    "formula.csv": ("utf-8", 'Nom,Prénom\nDésir,"=HYPERLINK(""http://example.org"",""Ruth"")"\n'),
    "formula-with-at.csv": ("utf-8", "Nom,Prénom\nDésir,@SUM(A1:A3)\n"),
    "empty.csv": ("utf-8", ""),
    "only-spaces.csv": ("utf-8", " \n\n \t\n"),
    "letter.txt": ("utf-8", "Chers collègues,\nle vol est reporté.\nMerci de nous confirmer.\n"),
    "header-and-nobody.csv": ("utf-8", "No;Nom;Prénom;Sexe;Date de naissance\n"),
    "page.html": ("utf-8", "<!DOCTYPE html><html><body><p>Passagers</p></body></html>\n"),
    "data.json": ("utf-8", '{"passengers": [{"name": "A"}]}\n'),
    "columns-without-names.csv": ("utf-8", "Rose,Marie,31\nJean,Pierre,29\nPaul,Louis,40\n"),
}


def main() -> None:
    for name, (encoding, text) in TEXTS.items():
        (HERE / name).write_bytes(text.encode(encoding))
    for name, make in WORKBOOKS.items():
        # Workbooks hold the hour they were made: what is there stays as it is.
        if not (HERE / name).exists():
            (HERE / name).write_bytes(make())


if __name__ == "__main__":
    main()
