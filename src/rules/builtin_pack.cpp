#include "pack.hpp"

namespace kroniek {

// Made at build time by kroniek-compile-pack; see embed.S.in.
extern "C" const char kroniek_pack_nl[];
extern "C" const char kroniek_pack_nl_end[];

std::shared_ptr<const Pack> builtin_pack(std::string_view language) {
  if (language != "nl") return nullptr;
  return std::make_shared<const Pack>(pack_from_block({kroniek_pack_nl, static_cast<std::size_t>(kroniek_pack_nl_end - kroniek_pack_nl)}));
}

}  // namespace kroniek
