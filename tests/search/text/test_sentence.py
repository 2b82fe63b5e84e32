import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import sentences

PIECES = [*"aA. .!?…\"“”'’()[]1I。」\n\u00a0", "Mr", "U.S.", "Inc", "The", "said"]
PIECES += ["end.", "3. ", "Mai", "z. ", "B. ", "v. ", "Plan ", "der ", "2017."]
PROSE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=120)


def split(text: str) -> list[str]:
    return [text[start:stop] for start, stop in sentences(text)]


@pytest.mark.parametrize(
    "told",
    [
        # titles, initials, numbers, addresses
        ["Mr. Maduro met Gen. Padrino.", "They talked."],
        ["J. K. Rowling wrote it.", "George W. Bush read it."],
        ["Three of them, Sens. Ida Holm and Bo Lee, voted.", "Reps. Vale and Moss left."],
        ["It fell 3.5 percent to $2.1 billion.", "Then it rose."],
        ["See example.org for No. 5 and Fig. 3.", "Nothing else."],
        ["No.", "It is not."],
        # abbreviations that may end a sentence: the next word decides
        ["He left the U.S.", "The company stayed."],
        ["The U.S. Navy sailed at 5 p.m. Monday for Acme Inc. of Ohio.", "It sank."],
        ["A man from Camden (N.J.) High School sang.", "(He was good.)", "All wept."],
        # quotations
        ["“We will not stand idly by.”", "He meant it."],
        ["“Really?” Ms Jones asked.", "Nobody knew."],
        ["“Really?”", "Nobody knew."],
        ['He said: "It is over. "', "She left."],
        # ellipses, whole or set with spaces
        ["He called on “other nations . . . who seek a better future.”", "So be it."],
        ["Well... maybe not.", "Or…", "Perhaps."],
        # what begins a sentence without a capital in front
        ["Sales fell.", "iPhone sales rose."],
        ["It ended so.[1]", "Then it began."],
        # between two parties, and in initials of one language or another
        ["It follows Roe v. Wade and Smith v. Jones.", "Nobody objected."],
        ["Das ist z. B. Montag so, d. h. bald.", "Es regnet."],
        ["He came at 6 p. m.", "The door was shut."],
        # a capital that names a thing may stand last
        ["They fell back on Plan B.", "Congress agreed.", "Vitamin D.", "Milk has it."],
        ["He left by gate C.", "Nobody saw him at D.", "Everyone asked."],
        ["It was A. Lincoln, not W. Bush.", "Nothing else."],
        # ordinals, and days of the month
        ["Am 3. Mai kam der 2. Zug mit ca. 20 Leuten.", "Es war Montag."],
        ["He was born in 1990.", "The war ended on day 12.", "Peace came."],
        # abbreviations of other languages
        ["Mme. Royal et Mlle. Dupont ont parlé.", "Personne ne les a vues."],
        ["La Dra. Ruiz llegó a EE. UU. en mayo.", "Nadie la vio."],
        ["Il sig. Rossi e la dott. Bianchi sono qui.", "Non parlano."],
        ["O Sr. Silva e a Sra. Costa chegaram.", "Ninguém os viu."],
        ["Он жил на ул. Ленина.", "Это было давно."],
        ["Это было в 1991 г.", "Мэр г. Пскова тоже.", "Это был я.", "Он ушёл."],
        ["Bussen går kl. 8 til f.eks. Oslo.", "Vi venter.", "Det kom t.ex. 9 bilar."],
        ["Pan Nowak z ul. Polnej, tzw. Wilk, m.in. Anny brat, spał.", "Nikt nie pukał."],
        ["Na nám. Svobody č. 3 stála např. Jana.", "Podle všech mlčela."],
        ["Hän asuu esim. Oulussa.", "Kukaan ei tiedä."],
        ["Ho visto l’on. Bassi e dell'avv. Moro, ad es. Roma.", "Nessuno parla.", "Vale l'art. 9."],
        ["Vive en la Avda. Mayor.", "Nadie lo sabe."],
        ["Le Pr. Blanc et Mgr. Roux sont là.", "Bgm. Haller auch.", "Es sind 5 km.", "Alle gehen."],
        [
            "Nel sec. XIX, a pag. 40, nulla.",
            "Popel byl smrt.",
            "Nikdo nepřišel na trh.",
            "Jan spal.",
        ],
        ["« Bis ! » , dit Léa.", "On rit.", "« Encore ! », crie Luc."],
        ["Am 7. 5. 2020 kam er.", "Dne 12. 11. byl doma.", "Hon gav sig.", "Dagen var slut."],
        ["Он помог им.", "Потом ушел на пл. им. Горького.", "Vidi il sig. Bassi.", "Tace."],
        ["He turned it on.", "They read bbc.com.", "Nurses read www.flag.govt.nz.", "So it is."],
        # French marks stand off, and a comma may follow them
        ["Il est tard.", "« Partez ! », a dit Luc.", "« Où ? » a demandé Léa.", "On rit."],
        ["Dhr. Jansen en mevr. Smit, bijv. Anna, kwamen.", "Niemand zag hen."],
        ["Art. 5 gilt, vgl. Nr. 3 und Abs. 2.", "Er liebt art.", "It is old."],
        # items of a list in one line
        ["1. Open the lid.", "2. Close it.", "A. Wait."],
        ["Steps: 1. Open the lid.", "Rest."],
        # in capitals a word that begins sentences is another
        ["Updated at 4:30 a.m. ET Thursday.", "It is over."],
        # scripts without spaces
        ["委内瑞拉反对派领袖。", "他说：“是的。”", "再见！"],
        ["ماذا حدث؟", "لا أحد يعرف!", "انتهى الخبر."],
        ["یہ خبر ہے۔", "مزید بعد میں۔"],
        ["उन्होंने कहा।", "सभा समाप्त हुई।"],
    ],
)
def test_splits_where_a_reader_would(told: list[str]) -> None:
    joined = ("" if told[0][-1] == "。" else " ").join(told)

    assert split(joined) == told


@pytest.mark.parametrize(
    "told",
    [
        ["It began in 2017.", "The bank agreed at once.", "Then it fell."],
        ["He left.”", "She stayed!", "Nobody asked.", "They slept."],
        [
            "The vote was 7-2.",
            "She lost.",
            "It cost $5m.",
            "Nobody paid.",
            "The wall held.",
            "“It is strong,” he said.",
        ],
        ["See example.Com and node.Js today for v2.Beta and e.g.This."],
        ["He was seen by Dr.Smith in St.Louis."],
    ],
)
def test_a_stop_without_a_space_ends_a_sentence_between_whole_words(told: list[str]) -> None:
    assert split("".join(told)) == told


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == ()


def test_a_text_without_a_stop_is_one_sentence() -> None:
    assert split(" Leave a reply ") == ["Leave a reply"]


@given(PROSE)
def test_every_sign_stands_in_one_sentence(text: str) -> None:
    spans = sentences(text)

    covered = [place for start, stop in spans for place in range(start, stop)]
    assert covered == sorted(set(covered)), "sentences overlap or stand out of order"
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)


@given(PROSE)
def test_what_lies_between_sentences_is_space(text: str) -> None:
    kept, at = "", 0
    for start, stop in sentences(text):
        assert not text[at:start].strip()
        kept += text[at:start] + text[start:stop]
        at = stop
    assert kept + text[at:] == text
    assert not text[at:].strip()


@given(PROSE)
def test_sentences_begin_and_end_with_a_sign(text: str) -> None:
    for start, stop in sentences(text):
        assert 0 <= start < stop <= len(text)
        assert not text[start].isspace()
        assert not text[stop - 1].isspace()
