# SPDX-License-Identifier: GPL-3.0-or-later
# The two Debian packages.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME yichuang)
set(CPACK_PACKAGE_VENDOR Yichuang)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGE_VERSION "${YICHUANG_PACKAGE_VERSION}")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL workstation central)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)

set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Yichuang developers <yichuang@localhost>")
set(CPACK_DEBIAN_PACKAGE_RELEASE "${YICHUANG_PACKAGE_REVISION}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

# Linked libraries are found by dpkg-shlibdeps; this is what is loaded or looked for at run time: the database driver,
# pictures that are drawn, Qt's own sentences in Chinese, typefaces (the second one for rare characters of names).
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_NAME yichuang)
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-svg-plugins | libqt6svg6 (<< 6.8), \
qt6-translations-l10n, fonts-noto-cjk, fonts-babelstone-han, ca-certificates, tzdata, hicolor-icon-theme")
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, cups-client, shared-mime-info, \
fcitx5-frontend-qt6 | ibus")
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_SUGGESTS "yichuang-central")
set(CPACK_COMPONENT_WORKSTATION_DESCRIPTION "Counter workstation of a government service hall
A window clerk takes an application in, the list of materials is checked, the
section chief decides, the papers are printed, the result is handed over. All
of it works while the network is down and goes up to the central service by
itself when it is back, under the numbers that were printed.

yichuang --tour needs the package yichuang-central on the same machine.")

set(CPACK_DEBIAN_CENTRAL_PACKAGE_NAME yichuang-central)
set(CPACK_DEBIAN_CENTRAL_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_CENTRAL_PACKAGE_DEPENDS "adduser, tzdata")
set(CPACK_DEBIAN_CENTRAL_PACKAGE_RECOMMENDS "logrotate")
set(CPACK_DEBIAN_CENTRAL_PACKAGE_SUGGESTS "postgresql, haproxy | nginx")
set(CPACK_DEBIAN_CENTRAL_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_SOURCE_DIR}/debian/central/conffiles"
    "${CMAKE_CURRENT_SOURCE_DIR}/debian/central/postinst" "${CMAKE_CURRENT_SOURCE_DIR}/debian/central/prerm"
    "${CMAKE_CURRENT_SOURCE_DIR}/debian/central/postrm")
set(CPACK_COMPONENT_CENTRAL_DESCRIPTION "Central service of a government service hall
The service behind the counters that run yichuang: it admits what they
recorded, keeps it as signed chains that nobody can alter unseen, and passes
it on to the other desks. Records are kept in PostgreSQL, or in one SQLite
file. The same program sets the hall up, imports items, calendars and staff,
and proves that no record was altered, removed or reordered.")

include(CPack)
