#include <kroniek/kroniek.hpp>

namespace kroniek {

const char* version() { return KRONIEK_VERSION; }

}  // namespace kroniek
