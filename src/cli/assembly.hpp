// The options of the commands that make a chronology: what is wanted of it, and corrections to it.
#pragma once

#include "options.hpp"

namespace kroniek::cli {

class AssemblyOptions {
 public:
  void add_to(po::options_description& options);
  // Reads the file of edits, too; what is wrong in it goes to stderr and to `findings`. Throws UsageError.
  Assembly read(std::vector<Diagnostic>& findings) const;

 private:
  std::string from_, to_, edits_;
  std::vector<std::string> types_, actors_, statuses_;
  int min_sources_ = 0;
  bool no_inference_ = false;
};

}  // namespace kroniek::cli
