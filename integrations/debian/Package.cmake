# `cpack -G DEB` in the build directory. dpkg-shlibdeps reads the libraries and
# their versions off the command; the headers that belong to Clang itself
# (stddef.h and the like) are read while parsing and linked by nothing.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME earmark)
set(CPACK_PACKAGE_VENDOR Earmark)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Earmark developers <earmark@localhost>")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libclang-common-${LLVM_VERSION_MAJOR}-dev")
include(CPack)
