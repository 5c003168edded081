// One Vectorscan pass over a text for all forms of the lexicon (https://www.vectorcamp.gr/vectorscan).
#pragma once

#include "../rules/lexicon.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

struct Hit {
  std::uint32_t begin, end;  // bytes
  FormId form;
};

// A Vectorscan database as it stands in memory, at a multiple of kArchiveAlignment: there it is used without
// being read in. It runs on any processor of the architecture, with the version of Vectorscan that made it.
struct ScanDatabase {
  std::string_view image;
  std::shared_ptr<const char> own;  // empty: `image` lies in something that outlives it
  bool empty() const { return image.empty(); }
};

// Forms found by binary search in the lexicon itself: nothing is compiled, so that a pack that is tried once is
// ready at once; over much text a ScanDatabase is many times faster. The hits are the same.
class FormSearch {
 public:
  explicit FormSearch(const Lexicon& lexicon);
  void scan(std::string_view text, std::vector<Hit>& hits) const;

 private:
  struct Literal {
    std::string_view text;
    FormId form;
  };
  std::vector<std::string> variants_;  // with capitals beyond ASCII
  std::vector<Literal> literals_;      // by text
  std::vector<std::uint32_t> first_;   // per first two bytes: where its literals begin
};

// Throws std::runtime_error with Vectorscan's message.
ScanDatabase compile_scan_database(const Lexicon& lexicon);

// Holds the database; `scan` may be called from many threads.
class Scanner {
 public:
  // Throws std::runtime_error if the database does not fit. An empty database: FormSearch serves.
  Scanner(const Lexicon& lexicon, ScanDatabase database);
  ~Scanner();
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  // All places where a form stands, inside words too, by end; ASCII letters match in either case, other
  // letters as written in the lexicon or all in capitals. Texts up to 4 GB.
  void scan(std::string_view text, std::vector<Hit>& hits) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kroniek
