# SPDX-License-Identifier: GPL-3.0-or-later
# The rooms of the house and the stairs between them.
#
# yichuang_module(NAME storage SOURCES … LINKS vault contract LIBRARIES Qt6::Sql)
#   LINKS      other modules; each must lie on a lower layer (contract -> domain is the one exception)
#   LIBRARIES  libraries and Qt components; each must be on the module's own list below
# An upward or sideways link, or a library that the layer may not have, stops the configure step.

set(YICHUANG_LAYER_domain 0)
set(YICHUANG_LAYER_contract 0)
set(YICHUANG_LAYER_vault 1)
set(YICHUANG_LAYER_qtbridge 1)
set(YICHUANG_LAYER_storage 2)
set(YICHUANG_LAYER_secrets 2)
set(YICHUANG_LAYER_rest 2)
set(YICHUANG_LAYER_centralstore 2)
set(YICHUANG_LAYER_sync 3)
set(YICHUANG_LAYER_printing 3)
set(YICHUANG_LAYER_service 3)
set(YICHUANG_LAYER_workflows 4)
set(YICHUANG_LAYER_ui 5)

set(YICHUANG_LIBRARIES_domain tl::expected ICU::uc ICU::i18n)
set(YICHUANG_LIBRARIES_contract Boost::json tl::expected)
set(YICHUANG_LIBRARIES_vault PkgConfig::sodium ICU::uc ICU::i18n)
set(YICHUANG_LIBRARIES_qtbridge Qt6::Core)
set(YICHUANG_LIBRARIES_storage Qt6::Core Qt6::Sql)
set(YICHUANG_LIBRARIES_secrets Qt6::Core Qt6Keychain::Qt6Keychain)
set(YICHUANG_LIBRARIES_rest Qt6::Core Qt6::Network PkgConfig::zstd)
set(YICHUANG_LIBRARIES_centralstore PostgreSQL::PostgreSQL SQLite::SQLite3 PkgConfig::sodium Threads::Threads)
set(YICHUANG_LIBRARIES_sync Qt6::Core Qt6::Network)
set(YICHUANG_LIBRARIES_printing Qt6::Core Qt6::Gui Qt6::Widgets Qt6::PrintSupport PkgConfig::qrencode PkgConfig::qpdf)
set(YICHUANG_LIBRARIES_service Boost::headers Boost::json OpenSSL::SSL OpenSSL::Crypto PkgConfig::zstd Threads::Threads)
set(YICHUANG_LIBRARIES_workflows Qt6::Core)
set(YICHUANG_LIBRARIES_ui Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Svg Qt6::PrintSupport)

# What a module may see besides being lower: ui reaches workflows, printing and domain, never the rooms behind them.
set(YICHUANG_NEVER_ui storage rest secrets sync vault centralstore service)
set(YICHUANG_NEVER_service storage rest secrets qtbridge)
set(YICHUANG_NEVER_centralstore qtbridge)
set(YICHUANG_NEVER_sync centralstore)
set(YICHUANG_NEVER_printing storage rest secrets centralstore)
set(YICHUANG_NEVER_workflows centralstore service)

function(yichuang_module)
    cmake_parse_arguments(PARSE_ARGV 0 module "QT" "NAME" "SOURCES;LINKS;LIBRARIES;HEADERS_ONLY_LIBRARIES")
    if(NOT DEFINED YICHUANG_LAYER_${module_NAME})
        message(FATAL_ERROR "Module '${module_NAME}' has no layer: give it one in modules/cmake/Layers.cmake.")
    endif()
    set(own ${YICHUANG_LAYER_${module_NAME}})

    foreach(other IN LISTS module_LINKS)
        if(NOT DEFINED YICHUANG_LAYER_${other})
            message(FATAL_ERROR "Module '${module_NAME}' links '${other}', which is no module of this house.")
        endif()
        set(theirs ${YICHUANG_LAYER_${other}})
        if(NOT theirs LESS own AND NOT (module_NAME STREQUAL "contract" AND other STREQUAL "domain"))
            message(FATAL_ERROR
                "Module '${module_NAME}' (layer ${own}) links '${other}' (layer ${theirs}): "
                "a module may only link modules of a lower layer.")
        endif()
        if(other IN_LIST YICHUANG_NEVER_${module_NAME})
            message(FATAL_ERROR "Module '${module_NAME}' must never reach '${other}'.")
        endif()
    endforeach()
    foreach(library IN LISTS module_LIBRARIES)
        if(NOT library IN_LIST YICHUANG_LIBRARIES_${module_NAME})
            message(FATAL_ERROR
                "Module '${module_NAME}' links the library '${library}', which layer ${own} does not list for it.")
        endif()
    endforeach()

    add_library(yichuang_${module_NAME} STATIC ${module_SOURCES})
    add_library(yichuang::${module_NAME} ALIAS yichuang_${module_NAME})
    target_include_directories(yichuang_${module_NAME} PUBLIC include PRIVATE src)
    target_link_libraries(yichuang_${module_NAME} PRIVATE yichuang_warnings)
    foreach(other IN LISTS module_LINKS)
        target_link_libraries(yichuang_${module_NAME} PUBLIC yichuang::${other})
    endforeach()
    target_link_libraries(yichuang_${module_NAME} PUBLIC ${module_LIBRARIES})
    if(module_QT)
        set_target_properties(yichuang_${module_NAME} PROPERTIES AUTOMOC ON)
        target_compile_definitions(yichuang_${module_NAME} PRIVATE
            QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
            QT_WARN_DEPRECATED_UP_TO=0x060400 QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    endif()
endfunction()
