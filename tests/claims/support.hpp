// Claims of a text by the Dutch pack that the library holds.
#pragma once

#include <kroniek/kroniek.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace kroniek::test {

inline const Pack& dutch() {
  static const auto pack = builtin_pack("nl");
  REQUIRE(pack != nullptr);
  return *pack;
}

// An empty line separates paragraphs.
inline Document document_of(const std::string& text, const std::string& published = "2025-03-19") {
  auto got = ingest_text("test.txt", text, dutch(), {published});
  REQUIRE(got.documents.size() == 1);
  return got.documents.front();
}

inline Extraction read(const std::string& text, const std::string& published = "2025-03-19") { return extract(document_of(text, published), dutch(), Style::news); }

// What is said, its pieces joined by " | ".
inline std::string said(const Claim& claim) {
  std::string all;
  for (const auto& content : claim.contents) all += (all.empty() ? "" : " | ") + content.text;
  return all;
}

inline std::string to_text(const Claim& claim) { return claim.speaker.id.text() + " " + claim.stance + " " + claim.kind + " (" + claim.rule + "): " + said(claim); }

inline std::string all_of(const Extraction& extraction) {
  std::string all;
  for (const auto& claim : extraction.claims) all += to_text(claim) + "\n";
  return all.empty() ? "no claims" : all;
}

}  // namespace kroniek::test
