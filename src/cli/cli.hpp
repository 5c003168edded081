// The subcommands; each reads its own options and returns the exit status.
#pragma once

#include <kroniek/kroniek.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kroniek::cli {

inline constexpr int kDone = 0, kFindings = 1, kWrongUse = 2;

// Thrown for wrong use: message on stderr, status 2.
struct UsageError {
  std::string message, hint;
};

int timeline(const std::vector<std::string>& arguments);
int extract(const std::vector<std::string>& arguments);
int assemble(const std::vector<std::string>& arguments);
int check(const std::vector<std::string>& arguments);
int explain(const std::vector<std::string>& arguments);
int diff(const std::vector<std::string>& arguments);
int format(const std::vector<std::string>& arguments);
int schema(const std::vector<std::string>& arguments);

// Shared by the subcommands.
std::shared_ptr<const Pack> open_pack(const std::string& folder);
// Standard output is a terminal, and NO_COLOR is not set.
bool colours_wanted();
void report(const std::vector<Diagnostic>& diagnostics);
// Whether they make exit status 1: a note alone does not.
bool findings_in(const std::vector<Diagnostic>& diagnostics);
// Adds `findings`, which are reported already, to the warnings of the timeline, and reports the ones that assembly
// itself made.
void report_assembled(Timeline& timeline, const std::vector<Diagnostic>& findings);
// Reads all sources and hands on what each step of reading gives, with its findings. A document without an id gets
// one that is made of its text. `listed`, if given, is called first, with the bytes of all sources; nullopt: not known.
void read_sources(const std::vector<std::string>& paths, const std::string& published, const Pack& pack, const std::function<void(Ingested&&)>& take,
                  const std::function<void(std::optional<std::uint64_t>)>& listed = {});
// What stands for a source that gave no document.
Extraction unread(std::vector<Diagnostic> diagnostics, const Pack& pack);
// Puts what reading found before what extraction found; of several documents, to the first.
void add_own(Extraction& extraction, Ingested& ingested);
// Reads all sources and hands on each document as it comes, with what was found about it; all findings go to
// stderr and to `findings`.
void read_documents(const std::vector<std::string>& paths, const std::string& published, const Pack& pack, std::vector<Diagnostic>& findings,
                    const std::function<void(Document&&, const std::vector<Diagnostic>&)>& take);
// Writes the text of a document that was taken out of another format to a file of its own in `folder`, which is made
// if it is not there; nothing if `folder` is empty. Offsets count in this text.
void save_text(const std::string& folder, const Document& document);
// Writes `text` to the file whole or not at all (a device is written to as it is), or to standard output if `path` is empty or "-".
void write_output(const std::string& path, const std::string& text);
// The same for text that comes in pieces.
void write_output(const std::string& path, const std::function<void(const std::function<void(std::string_view)>&)>& produce);

}  // namespace kroniek::cli
