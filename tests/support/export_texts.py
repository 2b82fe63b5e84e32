"""Exports of news databases, in their forms and with texts of our own."""

from __future__ import annotations

import textwrap

_COVER = """\ufeff

Download Request: Selected Items: 1-2
Time Of Request: Friday, March 4, 2016  11:02:33

Terms: (ferry w/5 strike)

"""

LONG = (
    "The crews of the island ferries walked out at dawn on Monday, two weeks after talks about "
    "their shifts had ended without a result, and left some four thousand travellers on the piers. "
    "Nobody knows when the boats will sail again, a spokesman for the harbour said, and he asked "
    "all who can to stay at home."
)

SECOND = "“We will not give in,” said Ruth Olsen, who speaks for the crews."


def wrapped(text: str) -> str:
    return textwrap.fill(text, 78)


def centred(text: str) -> str:
    return text.center(78).rstrip()


def lexis_document(number: int, *, title: str, paper: str, day: str, labels: str = "", tail: str = "LOAD-DATE: March 9, 2016\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper") -> str:  # fmt: skip
    return f"""{centred(f"{number} of 2 DOCUMENTS")}



{centred(paper)}

{centred(day)}
{centred("First Edition")}

{title}

{labels}LENGTH: 70 words

{wrapped(LONG)}

{wrapped(SECOND)}

{tail}


{centred(f"Copyright 2016 {paper}")}
{centred("All Rights Reserved")}

"""


def lexis_export(**changed: str) -> str:
    first = {"title": "Ferries stay in harbour", "paper": "The Courier (London)", "day": "March 1, 2016 Tuesday", "labels": "BYLINE: Jane Doe\n\nSECTION: NEWS; Pg. 4\n\n"}  # fmt: skip
    one = lexis_document(1, **{**first, **changed})
    two = lexis_document(
        2, title="Talks resume", paper="Evening Post", day="March 2, 2016 Wednesday"
    )
    return _COVER + one + two


LEXIS_PAGE = """<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></HEAD><BODY>
<A NAME="DOC_ID_0_0"></A><!-- Hide XML section from browser
<DOC NUMBER=1>
<DOCFULL> -->
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">301 of 1300 DOCUMENTS</SPAN></P></DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">The Courier</SPAN></P></DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">March</SPAN><SPAN CLASS="c2"> 1, 2011, Tuesday<BR>Late Edition</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">Caf\xe9 ferry;<BR>Waits</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">BYLINE: </SPAN><SPAN CLASS="c2">By JANE DOE</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LENGTH: </SPAN><SPAN CLASS="c2">584 words</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">The crews walked out at dawn on Monday &amp; stayed </SPAN><SPAN CLASS="c4">away</SPAN><SPAN CLASS="c2"> from the pier all day.</SPAN></P>
<P CLASS="c9"><SPAN CLASS="c2">Nobody knows when the boats will sail again, a spokesman said.</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LOAD-DATE: </SPAN><SPAN CLASS="c2">March 2, 2011</SPAN></P></DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">Copyright 2011 The Courier</SPAN></P></DIV>
</BODY></HTML>""".encode("latin-1")

CREWS = "The crews of the island ferries walked out at dawn on Monday, a spokesman for them said."

NOBODY = "“Nobody knows when the boats will sail again,” he added, and asked all to stay at home."

UNI_LINES = f"""User Name: Jane Reader
Date and Time: Friday, March 4, 2022 11:02:00 AM CET
Job Number: 1234567

Documents (2)
1. Ferries stay in harbour
Client/Matter: -None-
Search Terms: ferry
2. Talks resume

Ferries stay in harbour
The Courier (London)
March 1, 2022 Tuesday 10:00 AM GMT

Copyright 2022 Courier Newspapers All Rights Reserved
Section: NEWS; Pg. 4
Length: 70 words
Byline: Jane Doe and Joe Bloggs
Highlight: Thousands wait on the piers
Body

{CREWS}
Link to Image
{NOBODY}

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: STRIKES (90%)
Load-Date: March 9, 2022

End of Document

Talks resume
Evening Post
March 2, 2022 Wednesday

Copyright 2022 Post Media
Length: 15 words
Body

{NOBODY}

Graphic

A pier
Load-Date: March 9, 2022

End of Document
""".splitlines()

IN_TWO_WEEKS = "IN IN_TWO_WEEKS weeks nobody will sail, he added, and asked all who can to stay at home for now."

FACTIVA_LINES = f"""Ferries stay in harbour

By Jane Doe
70 words
1 March 2022
10:15
The Courier
COURR
A4
English
Copyright 2022. The Courier Company.

{CREWS}

{IN_TWO_WEEKS}

Document COURR00020220301ei310000a

News
Talks resume

15 words
2 March 2022
Evening Post
EVPST
English
(c) 2022 Post Media

{IN_TWO_WEEKS}

Document EVPST00020220302ei320000b

Search Summary
Text: ferry
Date: In the last year
""".splitlines()

LOCATION = (
    "Location: the pier. There nobody knows when the boats will sail again, and all must wait."
)

FLOOD = "The town has not been as full in March since the year of the flood."


def proquest_document(
    title: str, number: int, text: str = f"Full text: {CREWS}\n\n{LOCATION}\n\n{FLOOD}"
) -> str:
    return f"""{title}

Author: Doe, Jane; Bloggs, Joe A.

Publication info: The Courier ; London (UK) [London (UK)]01 Mar 2022: 4.

https://www.proquest.com/docview/{number}?accountid=1

Abstract: The crews walked out.

{text}

Subject: Ferries; Strikes

Location: United Kingdom

Company / organization: Name: Ferries Ltd; NAICS: 483112

Title: {title}

Publication title: The Courier; London (UK)

Publication year: 2022

Publication date: Mar 1, 2022

ISSN: 00000000

Language of publication: English

ProQuest document ID: {number}

Document URL: https://www.proquest.com/docview/{number}?accountid=1

Copyright: Copyright Courier Company Mar 1, 2022

Last updated: 2022-03-05

Database: Newsstream
"""


PROQUEST_RULE = "_" * 60

PROQUEST_TEXT = f"\n{PROQUEST_RULE}\n\n{proquest_document('Ferries stay', 4001)}\n{PROQUEST_RULE}\n\n{proquest_document('Talks resume', 4002)}\n{PROQUEST_RULE}\n\nContact us at: http://www.proquest.com/go/contact\n\nDatabase copyright © 2022 ProQuest LLC. All rights reserved.\n"

REUTERS_FILE = b"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>ship</D><D>wheat</D></TOPICS>
<PLACES><D>usa</D></PLACES>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>FERRIES &lt;FRY> STAY IN HARBOUR</TITLE>
<AUTHOR>    By Jane Doe, Reuters</AUTHOR>
<DATELINE>    LONDON, Feb 26 - </DATELINE><BODY>The crews walked out at dawn on Monday and
left some four thousand travellers waiting on the piers
of the town.
    Ferries Ltd said it had lost 33
pct of its income, and cut its offer to 3 pct.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS TOPICS="NO" OLDID="5545" NEWID="2">
<DATE>27-FEB-1987 09:00:00.00</DATE>
<TEXT TYPE="BRIEF">&#2;
******FERRY TALKS RESUME
<TITLE>FERRY TALKS RESUME</TITLE>
Blah
</TEXT>
</REUTERS>
<REUTERS TOPICS="NO" OLDID="5546" NEWID="3">
<DATE>28-FEB-1987 09:00:00.00</DATE>
<TEXT TYPE="UNPROC">&#2;
The table of tides is late today.
</TEXT>
</REUTERS>
"""

EQUIPAGES = "Les équipages ont quitté les quais à l’aube, lundi, a dit un porte-parole du port."

PERSONNE = "Personne ne sait quand les bateaux partiront, et la ville est pleine de voyageurs."


def _older_article(paper: str, day: str, title: str, byline: str = "") -> str:
    return f"""<table><tr><td><table id="tbHeaderImages"><tr><td><img src="a.gif"><br></td><td></td></tr></table>
    <span class="DocPublicationName">{paper}</span><br><span class="DocHeader">Monde, </span><span class="DocHeader">mardi </span><span class="DocHeader">{day}</span><span class="DocHeader">, p. 03</span><br><br>
    <span class="TitreArticleVisu">{title} <span style="color:red">et</span> la suite</span><br><br>{byline}<br><p></p>{EQUIPAGES}<p></p>{PERSONNE}<p></p><b><i>© 2012 {paper}. Tous droits réservés.</i></b><p></p>
    Numéro de document : news·20120301·PO·204<br><br><table><tr><td>news·20120301·PO·204</td></tr><tr><td>Date d'émission : <b>2012-10-05</b></td></tr><tr><td class="txtCertificat">Le présent document est protégé.</td></tr></table></td></tr></table>"""


EUROPRESSE_OLD = f"""<html xmlns:n1="http://www.cedrom-sni.com/schema/newsv1.xsd"><head><META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body>
{_older_article("Le Courrier, no. 5968", "1 mars 2012", "Les ferrys", "Jeanne Dupont")}<p>{_older_article("La Poste du soir", "2 mars 2012", "Les quais")}</body></html>"""

EUROPRESSE_NEW = f"""<!DOCTYPE html><html><head><title>Europresse</title></head><body>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier</span></div>
<span class="DocHeader">Monde, mardi 1 mars 2022 - 10:15 UTC +01:00, p. 3</span>
<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Les ferrys restent</p></div>
<p class="sm-margin-bottomNews">Jeanne Dupont</p></header>
<div class="docOcurrContainer"><p>{EQUIPAGES}</p><p>{PERSONNE}</p></div>
<footer><p class="rdp__public">© 2022 Le Courrier. Tous droits réservés.</p><div class="publiC-lblNodoc">news·20220301·CR·0042</div></footer></article>
<article><div><span class="DocPublicationName">La Poste (site web)</span></div><span class="DocHeader">mercredi 2 mars 2022</span>
<div class="titreArticle"><p class="titreArticleVisu">Les quais</p></div><div class="docOcurrContainer"><p>{PERSONNE}</p></div></article>
</body></html>"""
