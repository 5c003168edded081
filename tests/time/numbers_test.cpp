// Numbers in words and digits.
#include "support.hpp"

#include "../../src/text/numbers.hpp"

using namespace kroniek;
using kroniek::test::TimePack;

namespace {

// "thousandths[o]" of each number found, separated by spaces.
std::string numbers(const std::string& sentence) {
  const auto& pack = TimePack::get();
  const auto reading = pack.read(sentence, "");
  std::string all;
  for (const auto& number : find_numbers(reading->text, pack.data.time.numbers, pack.data.lexicon)) {
    all += (all.empty() ? "" : " ") + std::to_string(number.thousandths) + (number.ordinal ? "o" : "");
  }
  return all;
}

}  // namespace

TEST_CASE("numbers: words") {
  CHECK(numbers("twaalf drones") == "12000");
  CHECK(numbers("eenentwintig drones") == "21000");
  CHECK(numbers("drieëntwintig drones") == "23000");
  CHECK(numbers("honderdveertig drones") == "140000");
  CHECK(numbers("driehonderdvijfenzestig dagen") == "365000");
  CHECK(numbers("honderdeen, honderd en vijf") == "101000 100000 5000");
  CHECK(numbers("negentienhonderdvijfennegentig") == "1995000");
  CHECK(numbers("negentienhonderd zesennegentig") == "1996000");
  CHECK(numbers("tweeduizend vijftien") == "2015000");
  CHECK(numbers("vijfendertigduizend soldaten") == "35000000");
  CHECK(numbers("negenhonderdnegenennegentigduizendnegenhonderdnegenennegentig") == "999999000");
  CHECK(numbers("Eén dag") == "1000");
}

TEST_CASE("numbers: fractions and large units") {
  CHECK(numbers("anderhalf uur") == "1500");
  CHECK(numbers("tweeëneenhalf jaar") == "2500");
  CHECK(numbers("vierenhalf uur") == "4500");
  CHECK(numbers("½ uur") == "500");
  CHECK(numbers("3,5 miljoen euro") == "3500000000");
  CHECK(numbers("twee miljard") == "2000000000000");
}

TEST_CASE("numbers: digits with Dutch punctuation") {
  CHECK(numbers("2.935 keer") == "2935000");
  CHECK(numbers("1.234.567 euro") == "1234567000");
  CHECK(numbers("1.234,56 euro") == "1234560");
  CHECK(numbers("3,5 procent") == "3500");
  CHECK(numbers("18.00 uur") == "");       // a time of day
  CHECK(numbers("versie 10.4.11") == "");
  CHECK(numbers("99999999999999999999 sterren") == "");
}

TEST_CASE("numbers: ordinals") {
  CHECK(numbers("de twaalfde man") == "12000o");
  CHECK(numbers("de eenendertigste dag") == "31000o");
  CHECK(numbers("de honderdeerste keer") == "101000o");
  CHECK(numbers("de 12e, de 12de en de 20 ste") == "12000o 12000o 20000o");
  CHECK(numbers("de zestiende") == "16000o");
}

TEST_CASE("numbers: no numbers") {
  CHECK(numbers("een man") == "");
  CHECK(numbers("achter de tiener stond een vierling") == "");
  CHECK(numbers("de F-16 en de A4") == "");
}
