# Installing, find_package(fenjie), and packages (cpack).
include(CMakePackageConfigHelpers)

set(FENJIE_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/fenjie)

# 0.x: the minor number is the interface.
set_target_properties(fenjie PROPERTIES
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
if(BUILD_SHARED_LIBS)
  file(RELATIVE_PATH FENJIE_BIN_TO_LIB ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(fenjie_tool PROPERTIES INSTALL_RPATH "$ORIGIN/${FENJIE_BIN_TO_LIB}")
endif()

install(TARGETS fenjie EXPORT fenjieTargets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} NAMELINK_COMPONENT Development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT Development)
install(TARGETS fenjie_tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/fenjie DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT Development
  FILES_MATCHING PATTERN "*.hpp")
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The manual page and what completes the command line in shells, as the tool prints them.
if(NOT CMAKE_CROSSCOMPILING)
  set(FENJIE_MADE ${CMAKE_CURRENT_BINARY_DIR}/made)
  file(MAKE_DIRECTORY ${FENJIE_MADE})
  foreach(made "fenjie.1 man" "fenjie completion bash" "_fenjie completion zsh" "fenjie.fish completion fish")
    separate_arguments(words UNIX_COMMAND ${made})
    list(POP_FRONT words file)
    add_custom_command(OUTPUT ${FENJIE_MADE}/${file} COMMAND fenjie_tool ${words} > ${FENJIE_MADE}/${file}
      DEPENDS fenjie_tool VERBATIM)
    list(APPEND FENJIE_MADE_FILES ${FENJIE_MADE}/${file})
  endforeach()
  add_custom_target(fenjie_manual ALL DEPENDS ${FENJIE_MADE_FILES})
  install(FILES ${FENJIE_MADE}/fenjie.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${FENJIE_MADE}/fenjie DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${FENJIE_MADE}/_fenjie DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${FENJIE_MADE}/fenjie.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

install(EXPORT fenjieTargets NAMESPACE fenjie:: DESTINATION ${FENJIE_CMAKE_DIR} COMPONENT Development)
configure_package_config_file(cmake/fenjieConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/fenjieConfig.cmake
  INSTALL_DESTINATION ${FENJIE_CMAKE_DIR} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/fenjieConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/fenjieConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/fenjieConfigVersion.cmake
  DESTINATION ${FENJIE_CMAKE_DIR} COMPONENT Development)

set(CPACK_PACKAGE_NAME fenjie)
set(CPACK_PACKAGE_VENDOR fenjie)
set(CPACK_PACKAGE_CONTACT "The fenjie authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_GENERATOR TGZ;DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
# Opened while fenjie runs: shlibdeps does not see it.
string(REPLACE ".so." "" FENJIE_OPENCC_PACKAGE ${FENJIE_OPENCC_LIBRARY})
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${FENJIE_OPENCC_PACKAGE}, libopencc-data")
include(CPack)
