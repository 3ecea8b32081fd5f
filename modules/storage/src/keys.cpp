#include <yichuang/storage/keys.h>

namespace yichuang {

DataKeys::DataKeys(Secret dataKey)
    : m_dataKey(std::move(dataKey))
    , m_tokenKey(deriveKey(m_dataKey, "search tokens")) { }

} // namespace yichuang
