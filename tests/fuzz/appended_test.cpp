// Text behind a blank line leaves what was found before it as it is.
#include "appended.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& articles() {
  static const auto all = [] {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(fs::path(KRONIEK_SOURCE_DIR) / "examples" / "articles")) {
      if (entry.path().extension() == ".txt" || entry.path().extension() == ".md") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) {
      std::ifstream in(path, std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return texts;
  }();
  return all;
}

}  // namespace

// An oracle that does not hold ends the process.
TEST_CASE("appended: the rest of an article changes nothing in its first paragraphs") {
  int compared = 0;
  for (const auto& article : articles()) {
    for (auto cut = article.find("\n\n"); cut != std::string::npos; cut = article.find("\n\n", cut + 2)) {
      for (const char* published : {"2025-03-19", "2025-03"}) compared += fuzz::require_lasting(article.substr(0, cut), article.substr(cut + 2), published);
    }
  }
  CHECK(compared > 60);
}

TEST_CASE("appended: another article behind it changes nothing in an article") {
  int compared = 0;
  for (const auto& first : articles()) {
    for (const auto& second : articles()) compared += fuzz::require_lasting(first, second, "2025-03-19");
  }
  CHECK(compared > static_cast<int>(articles().size()));
}

TEST_CASE("appended: what is compared, and what is not") {
  const std::string text = "Bram Kuijt belde dinsdag met Nora Wiebes. Jan Tolsma noemde dat in Berlijn een goed gesprek.";
  CHECK(fuzz::require_lasting(text, "Woensdag belde hij met Emma Koster.", "2025-03-19"));
  CHECK(fuzz::require_lasting(text + " \"Het was goed\", zei hij.", "\"Ja\", zei Jan de Vries.", "2025-03-19"));
  CHECK_FALSE(fuzz::require_lasting("Nora Wiebes belde dinsdag met Jan Tolsma, maar", "niet lang.", "2025-03-19"));
  CHECK_FALSE(fuzz::require_lasting(text + " \"Het was goed.", "\"En wij gaan door\", zei hij.", "2025-03-19"));
  CHECK_FALSE(fuzz::require_lasting("# Nora Wiebes belt", "Nora Wiebes belde dinsdag met Jan Tolsma.", "2025-03-19"));
  CHECK_FALSE(fuzz::require_lasting("", "Nora Wiebes belde dinsdag met Jan Tolsma.", "2025-03-19"));
}

TEST_CASE("appended: whom a pronoun behind a source cue stands for does not hang on who is a source later") {
  const std::string text = "Minister Bram Kuijt sprak woensdag in Brussel. Een wapenstilstand noemde hij 'nabij'. Op wapens hoeft Kyiv volgens hem niet te rekenen.";
  CHECK(fuzz::require_lasting(text, "Daarbij vielen volgens de Oekraïense autoriteiten drie doden.", "2025-03-19"));
}
