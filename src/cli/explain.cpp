#include "options.hpp"

#include <kroniek/explain.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace kroniek::cli {

namespace {

// "a.txt:12" names a line, unless there is a file of that name.
std::pair<std::string, int> with_line(const std::string& operand) {
  std::error_code ignored;
  const auto colon = operand.rfind(':');
  if (colon == std::string::npos || colon + 1 == operand.size() || std::filesystem::exists(operand, ignored)) return {operand, 0};
  const auto digits = operand.substr(colon + 1);
  if (digits.size() > 8 || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) || std::stoi(digits) == 0) return {operand, 0};
  return {operand.substr(0, colon), std::stoi(digits)};
}

}  // namespace

int explain(const std::vector<std::string>& arguments) {
  std::string format = "text", why_not, style = "news", published, pack_folder;
  std::vector<std::string> sentences;
  CommandLine line({"explain", "[FILE[:LINE]|DIR|-]...",
                    "Tells of each sentence what was read in it: words, clauses, times, actors; and which rules had their\n"
                    "trigger in it, whether they fired, and with what.",
                    "examples:\n"
                    "  kroniek explain --text 'Nora Wiebes belde dinsdag met Jan Tolsma.' --published 2025-03-19 --why-not meeting.verb"});
  line.options().add_options()
      ("text", po::value(&sentences)->value_name("SENTENCE")->composing(), "explain this text rather than a file")
      ("why-not", po::value(&why_not)->value_name("RULE"), "tell the first condition of RULE that failed, and where")
      ("format,f", po::value(&format)->value_name("FORMAT"), "text (default) or json")
      ("style", po::value(&style)->value_name("STYLE"), "how bare weekdays and months are read: news (default) or conversation")
      ("published", po::value(&published)->value_name("DATE"), "publication date of all sources: day, month or year")
      ("pack", po::value(&pack_folder)->value_name("DIR"), "rule pack to use instead of the one built in");
  if (!line.read(arguments)) return kDone;
  one_of_option(format, "format", {"text", "json"});
  one_of_option(style, "style", {"news", "conversation"});
  date_option(published, "published");
  if (line.operands().empty() && sentences.empty()) throw UsageError{"nothing to explain is named", "name a file, FILE:LINE, or --text SENTENCE"};

  const auto pack = open_pack(pack_folder);
  ExplainOptions options;
  options.why_not = why_not;
  options.style = style == "news" ? Style::news : Style::conversation;
  bool clean = true;
  const auto tell = [&](const Document& document, int at) {
    options.line = at;
    const auto explanation = kroniek::explain(document, *pack, options);
    clean &= explanation.diagnostics.empty();
    std::cout << (format == "json" ? to_json(explanation) : to_text(explanation, colours_wanted()));
  };
  for (const auto& text : sentences) {
    const auto read = ingest_text("--text", text, *pack, {published});
    for (const auto& diagnostic : read.diagnostics) {
      if (diagnostic.code != "input.no-date") report({diagnostic});
    }
    for (const auto& document : read.documents) tell(document, 0);
  }
  for (const auto& operand : line.operands()) {
    const auto [path, at] = with_line(operand);
    std::vector<Diagnostic> findings;
    read_documents({path}, published, *pack, findings, [&, at_line = at](Document&& document, const std::vector<Diagnostic>&) { tell(document, at_line); });
    clean &= !findings_in(findings);
  }
  return clean ? kDone : kFindings;
}

}  // namespace kroniek::cli
