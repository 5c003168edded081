// The public functions: what a pack means for ingest is its furniture.
#include <kroniek/ingest.hpp>

#include "read_text.hpp"

namespace kroniek {

void ingest(const std::string& path, std::istream& standard_input, const Pack& pack, const IngestOptions& options,
            const std::function<void(Ingested&&)>& sink) {
  read_source(path, standard_input, furniture(pack), options, sink);
}

Ingested ingest_text(std::string_view name, std::string_view raw, const Pack& pack, const IngestOptions& options) {
  return read_text(name, std::string(raw), {}, furniture(pack), options);
}

}  // namespace kroniek
