// FormSearch finds what Vectorscan finds.
#include "../../src/rules/pack.hpp"
#include "../../src/text/scanner.hpp"

#include <kroniek/kroniek.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

namespace kroniek {
namespace {

std::vector<std::tuple<std::uint32_t, std::uint32_t, FormId>> sorted(const std::vector<Hit>& hits) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, FormId>> all;
  for (const auto& hit : hits) all.emplace_back(hit.end, hit.begin, hit.form);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

TEST_CASE("binary search in the lexicon finds the same forms as the scan database") {
  const auto pack = builtin_pack("nl");
  const FormSearch search(pack->data().lexicon);
  std::vector<std::string> texts = {"", "a", "\xc3\x89lys\xc3\xa9""e en \xc3\x89LYS\xc3\x89""E", "ZAPORIZJZJA belde OEKRA\xc3\x8fNE", std::string("nul\0byte", 8)};
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(KRONIEK_SOURCE_DIR) / "examples" / "articles")) {
    std::ifstream in(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  CHECK(texts.size() > 10);
  std::size_t total = 0;
  for (const auto& text : texts) {
    std::vector<Hit> by_database, by_search;
    pack->scanner().scan(text, by_database);
    search.scan(text, by_search);
    CHECK(std::is_sorted(by_search.begin(), by_search.end(), [](const Hit& a, const Hit& b) { return a.end < b.end; }));
    CHECK(sorted(by_database) == sorted(by_search));
    total += by_search.size();
  }
  CHECK(total > 5000);
}

}  // namespace
}  // namespace kroniek
