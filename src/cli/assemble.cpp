#include "assembly.hpp"
#include "formats.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace kroniek::cli {

namespace {

// Lines that `kroniek extract` wrote.
class LineReader {
 public:
  LineReader(const Pack& pack, bool force, std::vector<Diagnostic>& findings) : own_(origin_of(pack)), force_(force), findings_(findings) {}

  void read(const std::string& path) {
    if (path == "-") {
      read(std::cin, path);
      return;
    }
    std::ifstream file(path, std::ios::binary);
    if (!file || file.peek() == std::ifstream::traits_type::eof()) {
      const bool empty = static_cast<bool>(file) || file.eof();
      find({empty ? Severity::warning : Severity::error, empty ? "input.empty" : "input.missing", path, 0, 0, empty ? "there is nothing in it" : "this file cannot be read", empty ? "" : "check the path"});
      return;
    }
    read(file, path);
  }

  std::vector<Extraction> take() { return std::move(extractions_); }
  bool refused() const { return refused_; }

 private:
  void find(Diagnostic diagnostic) {
    report({diagnostic});
    findings_.push_back(std::move(diagnostic));
  }

  void read(std::istream& in, const std::string& path) {
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      Diagnostic fault;
      auto extraction = from_ndjson(line, symbols_, fault);
      if (!extraction) {
        // A line of another version may well have another form; that is the better reason.
        const auto origin = origin_in_ndjson(line);
        if (origin && *origin != own_) {
          refuse(*origin, path, number);
          continue;
        }
        fault.file = path;
        fault.line = number;
        find(std::move(fault));
        continue;
      }
      if (extraction->origin != own_) {
        if (refuse(extraction->origin, path, number)) continue;
      }
      extraction->origin = {};
      extractions_.push_back(std::move(*extraction));
    }
  }

  static std::string text_of(const Origin& o) { return "kroniek " + o.version + " with the pack " + o.language + " " + o.pack_version + " (" + o.pack_sha256.substr(0, 12) + ")"; }

  // Each other origin is told once a file.
  bool refuse(const Origin& origin, const std::string& path, int number) {
    if (last_refused_ != std::pair(path, origin)) {
      find({force_ ? Severity::warning : Severity::error, "extraction.other-origin", path, number, 0, "this was extracted by " + text_of(origin) + "; this is " + text_of(own_),
            force_ ? "it is used because of --force" : "extract it again, or give --force to use it as it is"});
    }
    last_refused_ = {path, origin};
    refused_ = refused_ || !force_;
    return !force_;
  }

  Origin own_;
  bool force_;
  std::vector<Diagnostic>& findings_;
  std::vector<Extraction> extractions_;
  SymbolTable symbols_;
  std::pair<std::string, Origin> last_refused_;
  bool refused_ = false;
};

}  // namespace

int assemble(const std::vector<std::string>& arguments) {
  std::string pack_folder;
  bool force = false;
  CommandLine line({"assemble", "[FILE|-]...", "Reads what 'kroniek extract' wrote, in any parts and order, and writes the chronology, as 'kroniek timeline' would.\n\nformats:\n" + format_list(Texts::gone),
                    "examples:\n  kroniek extract articles/ | kroniek assemble - --format markdown"});
  AssemblyOptions wanted;
  OutputOptions output(Texts::gone);
  output.add_format_to(line.options());
  wanted.add_to(line.options());
  line.options().add_options()
      ("force", po::bool_switch(&force), "use lines of another version or pack")
      ("pack", po::value(&pack_folder)->value_name("DIR"), "rule pack that the lines were made with, if not the one built in");
  output.add_output_to(line.options());
  if (!line.read(arguments)) return kDone;
  if (line.operands().empty()) throw UsageError{"no sources are named", "name files of 'kroniek extract', or - for standard input"};
  output.check();
  std::vector<Diagnostic> findings;
  auto assembly = wanted.read(findings);
  assembly.language = output.language();
  const auto pack = open_pack(pack_folder);
  const auto& words = output.words(*pack);

  LineReader reader(*pack, force, findings);
  for (const auto& path : line.operands()) reader.read(path);
  if (reader.refused()) return kFindings;
  auto result = kroniek::assemble(reader.take(), *pack, assembly);
  report_assembled(result, findings);
  output.write(result, words);
  return findings_in(result.warnings) ? kFindings : kDone;
}

}  // namespace kroniek::cli
