#include "documents.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace kroniek {

namespace {

std::string plain_path(const std::string& source) { return std::filesystem::path(source).lexically_normal().string(); }

// An id that the program made of the text alone.
bool is_derived(const DocumentRecord& document) { return document.id == "d-" + document.sha256.substr(0, 12); }

void rename(Extraction& extraction, const std::string& id) {
  extraction.document.id = id;
  for (auto& event : extraction.events) event.document = id;
  for (auto& claim : extraction.claims) claim.document = id;
}

std::string place_of(const DocumentRecord& document) {
  return document.source + (document.source_line != 0 ? ":" + std::to_string(document.source_line) : std::string());
}

}  // namespace

void put_in_order(std::vector<Extraction>& extractions, std::vector<Diagnostic>& warnings) {
  std::vector<Extraction> all;
  all.reserve(extractions.size());
  for (auto& extraction : extractions) {
    if (extraction.document.id.empty()) {
      warnings.insert(warnings.end(), extraction.warnings.begin(), extraction.warnings.end());
    } else {
      all.push_back(std::move(extraction));
    }
  }
  const auto key = [](const Extraction& e) {
    const auto& d = e.document;
    return std::tie(d.source, d.source_line, d.id, d.sha256);
  };
  std::stable_sort(all.begin(), all.end(), [&](const Extraction& a, const Extraction& b) { return key(a) < key(b); });

  std::unordered_map<std::string, std::vector<std::size_t>> with_id;  // indices into `kept`
  std::unordered_set<std::string> ids;
  for (const auto& extraction : all) ids.insert(extraction.document.id);
  std::vector<Extraction> kept;
  kept.reserve(all.size());
  for (auto& extraction : all) {
    auto& document = extraction.document;
    auto& others = with_id[document.id];
    const auto twice = std::find_if(others.begin(), others.end(), [&](std::size_t k) {
      const auto& other = kept[k].document;
      return other.sha256 == document.sha256 && (!is_derived(document) || plain_path(other.source) == plain_path(document.source));
    });
    if (twice != others.end()) {
      const auto& first = kept[*twice].document;
      warnings.push_back({Severity::warning, "input.same-document", document.source, static_cast<int>(document.source_line), 0,
                          "this document was read before, from " + place_of(first), "it counts once"});
      continue;
    }
    const auto old = document.id;
    others.push_back(kept.size());
    if (others.size() > 1) {
      int n = static_cast<int>(others.size());
      while (ids.contains(old + "-" + std::to_string(n))) ++n;
      const auto id = old + "-" + std::to_string(n);
      ids.insert(id);
      if (!is_derived(document)) {
        warnings.push_back({Severity::warning, "input.same-id", document.source, static_cast<int>(document.source_line), 0,
                            "the id '" + old + "' is that of another document, from " + place_of(kept[others.front()].document), "it is called '" + id + "' here; give it an id of its own"});
      }
      rename(extraction, id);
    }
    warnings.insert(warnings.end(), extraction.warnings.begin(), extraction.warnings.end());
    kept.push_back(std::move(extraction));
  }
  extractions = std::move(kept);
}

}  // namespace kroniek
