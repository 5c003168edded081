#include <doctest/doctest.h>

#include <kroniek/render.hpp>
#include <kroniek/symbol.hpp>

#include <string>

using namespace kroniek;

TEST_CASE("a symbol is its text") {
  const Symbol rule("meeting.x"), same(std::string("meeting.") + "x"), other("visit.y");
  CHECK(rule == same);
  CHECK(rule == "meeting.x");
  CHECK(rule != other);
  CHECK(rule < other);
  CHECK(Symbol("") == Symbol());
  CHECK(Symbol().empty());
  CHECK(std::string(other) == "visit.y");
}

TEST_CASE("a table gives equal texts the same letters, also after its own end") {
  Symbol first, again, other;
  {
    SymbolTable table;
    std::string text = "counted from the event told last";
    first = table.of(text);
    text[0] = 'C';
    other = table.of(text);
    again = table.of("counted from the event told last");
    CHECK(table.of("").empty());
  }
  CHECK(&first.text() == &again.text());
  CHECK(first == "counted from the event told last");
  CHECK(other == "Counted from the event told last");
}

TEST_CASE("lines that are read with one table share their symbols") {
  Extraction one;
  one.document.id = "d";
  EventMention mention;
  mention.document = "d";
  mention.type = "meeting";
  mention.participants = {{"vermeulen", "Vermeulen", "participant", ""}};
  one.events = {mention};
  const auto line = to_ndjson(one);
  SymbolTable table;
  Diagnostic fault;
  const auto a = from_ndjson(line, table, fault), b = from_ndjson(line, table, fault);
  REQUIRE(a);
  REQUIRE(b);
  CHECK(a->events[0].participants == b->events[0].participants);
  CHECK(&a->events[0].type.text() == &b->events[0].type.text());
  CHECK(&a->events[0].participants[0].id.text() == &b->events[0].participants[0].id.text());
}
