#include "assembly.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kroniek::cli {

void AssemblyOptions::add_to(po::options_description& options) {
  const auto several = [](std::vector<std::string>* to, const char* name) { return po::value(to)->value_name(name)->composing(); };
  options.add_options()
      ("from", po::value(&from_)->value_name("DATE"), "leave out what certainly happened before")
      ("to", po::value(&to_)->value_name("DATE"), "leave out what certainly happened after")
      ("type", several(&types_, "TYPE"), "only events of this type (may be given again)")
      ("actor", several(&actors_, "ID"), "only events in which this actor takes part (may be given again)")
      ("status", several(&statuses_, "STATUS"), "only events with this status (may be given again)")
      ("min-sources", po::value(&min_sources_)->value_name("N"), "only events with at least N independent sources")
      ("edits", po::value(&edits_)->value_name("FILE"), "corrections (YAML): merge, split, drop, redate, add")
      ("no-inference", po::bool_switch(&no_inference_), "do not let documents date one another");
}

Assembly AssemblyOptions::read(std::vector<Diagnostic>& findings) const {
  Assembly assembly;
  if (const auto date = date_option(from_, "from")) assembly.window.from = date->earliest;
  if (const auto date = date_option(to_, "to")) assembly.window.to = date->latest;
  if (assembly.window.from && assembly.window.to && *assembly.window.from > *assembly.window.to) throw UsageError{"--from " + from_ + " is after --to " + to_, "change them about"};
  for (const auto& status : statuses_) one_of_option(status, "status", {"occurred", "planned", "demanded", "proposed", "negated", "conditional", "unconfirmed"});
  if (min_sources_ < 0) throw UsageError{"--min-sources takes a number from 0, not " + std::to_string(min_sources_), ""};
  assembly.selection = {types_, actors_, statuses_, min_sources_};
  assembly.inference = !no_inference_;
  if (edits_.empty()) return assembly;
  std::ifstream file(edits_, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    if (!file || file.peek() != std::ifstream::traits_type::eof()) throw std::runtime_error(edits_ + ": the edits cannot be read: " + std::strerror(errno));
  }
  std::vector<Diagnostic> faults;
  assembly.edits = read_edits(text.str(), edits_, faults);
  report(faults);
  findings.insert(findings.end(), faults.begin(), faults.end());
  return assembly;
}

}  // namespace kroniek::cli
