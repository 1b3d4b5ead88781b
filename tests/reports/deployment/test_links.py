"""Pages of a site: the same tables, whose names lead somewhere."""

from coeurdeville.deployability.matrix import Matrix
from coeurdeville.reports.deployment.links import Links, linked
from coeurdeville.reports.deployment.matrix_table import matrix_table
from coeurdeville.reports.deployment.overview import overview
from coeurdeville.reports.deployment.service_page import body
from coeurdeville.reports.deployment.services_table import services_table

LINKS = Links(lambda slug: f"/s/{slug}", lambda slug: f"/d/{slug}", lambda code, name: f"/v/{code}" if name else "")


def test_words_are_escaped_with_and_without_address() -> None:
    assert linked("a<b", "") == "a&lt;b"
    assert linked("a<b", '/"') == '<a href="/&quot;">a&lt;b</a>'


def test_tables_lead_to_services_and_towns(matrix: Matrix) -> None:
    seen = overview(matrix, {})
    code, slug = seen.places[0].code, seen.services[0].slug
    table = matrix_table(seen, LINKS)
    assert f'<a href="/v/{code}">' in table
    assert f'<a href="/s/{slug}">' in table
    assert f'<a href="/s/{slug}">' in services_table(seen, {}, LINKS)


def test_a_service_leads_to_its_layers_and_towns(matrix: Matrix) -> None:
    cells = matrix.column(matrix.services[0])
    drawn = body(cells, {}, {}, (), LINKS)
    layer = next(iter(cells[0].service.layers.values()))
    assert f'<a href="/d/{layer.slug}">' in drawn
    assert f'<a href="/v/{cells[0].commune}">' in drawn
