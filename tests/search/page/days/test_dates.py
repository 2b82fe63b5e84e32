from __future__ import annotations

import pytest

from search.page.days.dates import date_in_address, find_dates


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("May 11, 2019", "2019-05-11"),
        ("Friday 08 February 2019 18:38 GMT", "2019-02-08T18:38:00+00:00"),
        ("2023-12-22", "2023-12-22"),
        ("2023-12-22T13:05:09Z", "2023-12-22T13:05:09+00:00"),
        ("Dec 21, 2023 1:00 pm UTC", "2023-12-21T13:00:00+00:00"),
        ("December 22, 2023 at 3:09 p.m. EST", "2023-12-22T15:09:00-05:00"),
        ("Jul 4, 2023 12:30 a.m. ET", "2023-07-04T00:30:00-04:00"),
        ("18:38 GMT, 8 February 2019", "2019-02-08T18:38:00+00:00"),
        ("Thu, 14 Mar 2019 18:38:00 +0530", "2019-03-14T18:38:00+05:30"),
        ("December 22, 2023 at 7:35 PM", "2023-12-22"),
        ("PublishedMay 3, 2023", "2023-05-03"),
        ("Published On 22 Dec 202322 Dec 2023", "2023-12-22"),
        ("Dec 19th 2023", "2023-12-19"),
        ("12/22/2023", "2023-12-22"),
        ("22/12/2023", "2023-12-22"),
        ("11.05.2019 um 18:30 Uhr MEZ", "2019-05-11T18:30:00+01:00"),
        ("3. März 2019", "2019-03-03"),
        ("le 1er août 2019", "2019-08-01"),
        ("8 de marzo de 2019", "2019-03-08"),
        ("8 марта 2019", "2019-03-08"),
        ("2019年3月8日", "2019-03-08"),
    ],
)
def test_dates_as_pages_write_them(line: str, iso: str) -> None:
    assert find_dates(line)[0].iso == iso


@pytest.mark.parametrize(
    "line",
    ["3/4/2019", "March 2019", "31 June 2019", "Monday 2:47PM", "1.2.3.2019", "call 555-12-2019"],
)
def test_what_is_no_day_or_reads_two_ways_is_left_out(line: str) -> None:
    assert find_dates(line) == ()


def test_labels_belong_to_their_dates() -> None:
    found = find_dates("Published 3 March 2019 | Updated: Monday, 4 March 2019")
    assert [(date.iso, date.label) for date in found] == [
        ("2019-03-03", "published"),
        ("2019-03-04", "updated"),
    ]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.org/world/2019/03/14/slug.html", "2019-03-14"),
        ("https://a.org/us-news/2023/dec/22/slug", "2023-12-22"),
        ("https://a.org/2019-03-14/slug", "2019-03-14"),
        ("https://a.org/news/2019/03/slug-190314175747259.html", "2019-03-14"),
        ("https://a.org/news/2019/03/slug-20190314.html", "2019-03-14"),
        ("https://a.org/news/2019/03/slug-190414175747259.html", None),
        ("https://a.org/news/2019/03/slug.html", None),
        ("https://a.org/2019/02/31/slug", None),
        ("https://a.org/slug?date=/2019/03/14/", None),
    ],
)
def test_an_address_says_a_day_or_not(address: str, day: str | None) -> None:
    assert date_in_address(address) == day


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("٨ أيلول ٢٠٢٣", "2023-09-08"),
        ("8 سبتمبر/أيلول 2023", "2023-09-08"),
        ("8 تشرين الأول 2023", "2023-10-08"),
        ("3 غشت 2023", "2023-08-03"),
        ("8 सितंबर 2023", "2023-09-08"),
        ("सितम्बर ८, २०२३", "2023-09-08"),
        ("৮ সেপ্টেম্বর ২০২৩", "2023-09-08"),
        ("8 செப்டம்பர் 2023", "2023-09-08"),
        ("8 ستمبر 2023", "2023-09-08"),
        ("8 בספטמבר 2023", "2023-09-08"),
        ("8 กันยายน 2566", "2023-09-08"),
        ("8 ก.ย. 2566", "2023-09-08"),
        ("۱۷ شهریور ۱۴۰۲", "2023-09-08"),
        ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
        ("۸ سپتامبر ۲۰۲۳", "2023-09-08"),
        ("令和5年9月8日", "2023-09-08"),
        ("2023 m. rugsėjo 8 d.", "2023-09-08"),
        ("2023. gada 8. septembris", "2023-09-08"),
        ("2023. szeptember 8.", "2023-09-08"),
        ("8 tháng 9, 2023", "2023-09-08"),
        ("3. Dezember 1999", "1999-12-03"),
    ],
)
def test_days_in_other_scripts_and_calendars(line: str, iso: str) -> None:
    assert [date.iso for date in find_dates(line)] == [iso]


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("September 8, 2023 3:12 PM GMT+1", "2023-09-08T15:12:00+01:00"),
        ("8 September 2023 23:30 UTC-5", "2023-09-08T23:30:00-05:00"),
        ("2023-09-08 15:12 UTC+05:30", "2023-09-08T15:12:00+05:30"),
        ("2023-09-08 15:12 (GMT +0530)", "2023-09-08T15:12:00+05:30"),
        ("2023-09-08T00:30:00+13", "2023-09-08T00:30:00+13:00"),
        ("2023-09-08 00:30 GMT+99", "2023-09-08"),
        ("September 8, 20233:12 PM ET", "2023-09-08T15:12:00-04:00"),
        ("8 September 202309:05 BST", "2023-09-08T09:05:00+01:00"),
        ("Sept 8, 2023 3:12pm EDTUpdated", "2023-09-08T15:12:00-04:00"),
    ],
)
def test_a_day_is_the_one_of_its_own_offset(line: str, iso: str) -> None:
    assert [date.iso for date in find_dates(line)] == [iso]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Accessed 9 October 2024", ["other"]),
        ("Retrieved on: 9 October 2024", ["other"]),
        ("Event date: Saturday 9 October 2024", ["other"]),
        ("Received 4 August 2022; accepted 16 December 2022", ["other", "other"]),
        ("Release Date: March 4, 2005 [EBook #123]", ["other"]),
        ("Release date: March 4, 2005", ["published"]),
        ("Published 3 May 2019Updated 4 May 2019", ["published", "updated"]),
        ("3 May 2019Updated 4 May 2019", [None, "updated"]),
        ("May 3, 2019 3:12pmUpdated May 4, 2019", [None, "updated"]),
        ("Published3 May 2019", ["published"]),
        ("نشر في 8 سبتمبر 2023", ["published"]),
    ],
)
def test_a_day_is_what_its_line_calls_it(line: str, labels: list[str | None]) -> None:
    assert [date.label for date in find_dates(line)] == labels


@pytest.mark.parametrize(
    "line", ["2 March 1402", "8 September 2566", "31 شهریور 2023", "12 votes 2019"]
)
def test_a_year_of_another_calendar_is_none_of_ours(line: str) -> None:
    assert find_dates(line) == ()


def test_a_count_glued_to_a_year_is_not_part_of_it() -> None:
    (found,) = find_dates("Jane DoeOct 17, 20195757 Shares97579 Views")
    assert found.iso == "2019-10-17"


@pytest.mark.parametrize(
    "line", ["Friday8 September 2023", "08Sep2023", "2023-09-0815:12", "8September2023"]
)
def test_a_day_may_be_glued_to_what_is_beside_it(line: str) -> None:
    (found,) = find_dates(line)
    assert found.iso == "2023-09-08"
