#include <yichuang/storage/storage_thread.h>
