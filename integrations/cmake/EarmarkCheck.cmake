# earmark_check(TARGET... [NAME name] [POLICY file] [FAIL_ON error|warning]
#               [REPORT format file]...)
#
# Holds the targets, and the project's own libraries that they link, against the
# policy as one program, in every build of all: the target `earmark-<first>`, or
# NAME. For each unit there is an edge that extracts it, with the flags that the
# build itself uses (compile_commands.json), and a depfile; the check is another,
# which depends on what was extracted and on the policy. So a build runs again
# what changed, and fails where personal data leaks.
#
# What is compiled that no list of sources names as a file (unity files, sources
# behind generator expressions or from other targets) is one edge a target, which
# reads again those units alone that changed.
include_guard(GLOBAL)
cmake_policy(PUSH)
cmake_policy(VERSION 3.20...3.25)

function(earmark_check)
  cmake_parse_arguments(PARSE_ARGV 0 check "" "NAME;POLICY;FAIL_ON" "REPORT")
  set(targets ${check_UNPARSED_ARGUMENTS})
  if(check_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "earmark_check: ${check_KEYWORDS_MISSING_VALUES} without a value")
  endif()
  if(NOT targets)
    message(FATAL_ERROR "earmark_check: name the targets to check: earmark_check(app)")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(FATAL_ERROR "earmark_check: the generator '${CMAKE_GENERATOR}' writes no compile_commands.json; "
      "Ninja, Ninja Multi-Config and Unix Makefiles do")
  endif()
  if(NOT check_NAME)
    list(GET targets 0 first)
    string(REPLACE "::" "-" check_NAME "earmark-${first}")
  endif()
  if(NOT check_FAIL_ON)
    set(check_FAIL_ON error)
  elseif(NOT check_FAIL_ON MATCHES "^(error|warning)$")
    message(FATAL_ERROR "earmark_check: FAIL_ON takes error or warning, not '${check_FAIL_ON}'")
  endif()
  if(check_POLICY)
    get_filename_component(check_POLICY "${check_POLICY}" ABSOLUTE)
    if(NOT EXISTS "${check_POLICY}")
      message(FATAL_ERROR "earmark_check: the policy ${check_POLICY} is not there")
    endif()
  endif()
  list(LENGTH check_REPORT words)
  math(EXPR odd "${words} % 2")
  if(odd)
    message(FATAL_ERROR "earmark_check: REPORT takes a format and a file: REPORT sarif leaks.sarif")
  endif()
  # Libraries may be defined behind this line, in any directory.
  cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY [[${CMAKE_SOURCE_DIR}]] CALL _earmark_define_check
    [[${check_NAME}]] [[${targets}]] [[${check_POLICY}]] [[${check_FAIL_ON}]] [[${check_REPORT}]]
    [[${CMAKE_CURRENT_SOURCE_DIR}]] [[${CMAKE_CURRENT_BINARY_DIR}]])")
endfunction()

# Of a target: what it is really called, or nothing where the project does not
# compile it.
function(_earmark_resolve name out)
  set(${out} "" PARENT_SCOPE)
  if(TARGET "${name}")
    get_target_property(aliased "${name}" ALIASED_TARGET)
    if(aliased)
      set(name ${aliased})
    endif()
    get_target_property(imported "${name}" IMPORTED)
    if(NOT imported)
      set(${out} "${name}" PARENT_SCOPE)
    endif()
  endif()
endfunction()

# `targets` and the project's libraries that they link, however deep.
function(_earmark_program targets out)
  set(waiting ${targets})
  set(program "")
  while(waiting)
    list(POP_FRONT waiting one)
    if(one IN_LIST program)
      continue()
    endif()
    list(APPEND program "${one}")
    foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(linked "${one}" ${property})
      if(NOT linked)
        continue()
      endif()
      foreach(library IN LISTS linked)
        string(REGEX REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1" library "${library}")
        _earmark_resolve("${library}" library)
        if(library)
          list(APPEND waiting "${library}")
        endif()
      endforeach()
    endforeach()
    # Objects that are linked by name: $<TARGET_OBJECTS:part>.
    get_target_property(sources "${one}" SOURCES)
    string(REGEX MATCHALL "\\$<TARGET_OBJECTS:[^>$]+>" objects "${sources}")
    foreach(part IN LISTS objects)
      string(REGEX REPLACE "^\\$<TARGET_OBJECTS:(.*)>$" "\\1" part "${part}")
      _earmark_resolve("${part}" part)
      if(part)
        list(APPEND waiting "${part}")
      endif()
    endforeach()
  endwhile()
  set(${out} "${program}" PARENT_SCOPE)
endfunction()

# The sources of `target` that are files and units, absolute.
function(_earmark_sources target out)
  set(found "")
  get_target_property(unity ${target} UNITY_BUILD)
  get_target_property(sources ${target} SOURCES)
  if(NOT unity AND sources)
    get_target_property(source_directory ${target} SOURCE_DIR)
    get_target_property(binary_directory ${target} BINARY_DIR)
    foreach(source IN LISTS sources)
      if(source MATCHES "\\$<")
        continue()
      endif()
      get_filename_component(file "${source}" ABSOLUTE BASE_DIR "${source_directory}")
      if(NOT EXISTS "${file}" AND NOT IS_ABSOLUTE "${source}")
        get_filename_component(file "${source}" ABSOLUTE BASE_DIR "${binary_directory}")
      endif()
      get_source_file_property(header_only "${file}" TARGET_DIRECTORY ${target} HEADER_FILE_ONLY)
      get_source_file_property(language "${file}" TARGET_DIRECTORY ${target} LANGUAGE)
      if(NOT language)
        get_filename_component(suffix "${file}" LAST_EXT)
        string(REGEX REPLACE "^\\." "" suffix "${suffix}")
        foreach(known C CXX)
          if(suffix AND suffix IN_LIST CMAKE_${known}_SOURCE_FILE_EXTENSIONS)
            set(language ${known})
          endif()
        endforeach()
      endif()
      if(language MATCHES "^(C|CXX)$" AND NOT header_only)
        list(APPEND found "${file}")
      endif()
    endforeach()
  endif()
  list(REMOVE_DUPLICATES found)
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# The edges that extract the units of `target`, once however many checks want
# them: the custom target `earmark-flows-<target>`. `flows`: what a check is
# given; `files`: what it depends on.
function(_earmark_extract target flows files)
  set(kept EARMARK_FLOWS_OF_${target})
  get_property(known GLOBAL PROPERTY ${kept})
  if(NOT known)
    get_target_property(modules ${target} CXX_MODULE_SETS)
    if(modules)
      message(FATAL_ERROR "earmark_check: the target '${target}' has C++20 modules (file set ${modules}), which "
        "earmark does not read; name targets without them")
    endif()
    set_target_properties(${target} PROPERTIES EXPORT_COMPILE_COMMANDS ON)
    get_target_property(source_directory ${target} SOURCE_DIR)
    get_target_property(binary_directory ${target} BINARY_DIR)
    get_property(multi GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
    set(objects "${binary_directory}/CMakeFiles/${target}.dir")
    set(folder "${objects}/earmark")
    if(multi)
      string(APPEND objects "/$<CONFIG>")
      string(APPEND folder "/$<CONFIG>")
    endif()
    set(database "${CMAKE_BINARY_DIR}/compile_commands.json")
    set(extract Earmark::earmark extract -p "${CMAKE_BINARY_DIR}" --objects "${objects}")

    _earmark_sources(${target} sources)
    set(made "")
    foreach(source IN LISTS sources)
      file(RELATIVE_PATH name "${source_directory}" "${source}")
      string(REPLACE "../" "__/" name "${name}")
      set(flow "${folder}/${name}.flow")
      add_custom_command(OUTPUT "${flow}"
        COMMAND ${extract} "${source}" -o "${flow}" --depfile "${flow}.d"
        DEPENDS "${source}" "${database}" Earmark::earmark
        DEPFILE "${flow}.d"
        COMMENT "Extracting flows of ${target}: ${name}"
        VERBATIM)
      list(APPEND made "${flow}")
    endforeach()

    list(TRANSFORM sources PREPEND "--except=")
    list(JOIN sources "\n" lines)
    file(GENERATE OUTPUT "${folder}/listed.txt" CONTENT "${lines}\n")
    add_custom_command(OUTPUT "${folder}/rest/units.txt"
      COMMAND ${extract} "@${folder}/listed.txt" -o "${folder}/rest" --depfile "${folder}/rest/units.d"
      DEPENDS "${folder}/listed.txt" "${database}" Earmark::earmark
      DEPFILE "${folder}/rest/units.d"
      COMMENT "Extracting flows of ${target}: units without an edge of their own"
      VERBATIM)

    add_custom_target(earmark-flows-${target} DEPENDS ${made} "${folder}/rest/units.txt")
    # Generated headers and sources are there once the target is.
    add_dependencies(earmark-flows-${target} ${target})
    set_property(GLOBAL PROPERTY ${kept} ${made} "${folder}/rest")
  endif()
  get_property(known GLOBAL PROPERTY ${kept})
  set(${flows} "${known}" PARENT_SCOPE)
  string(REGEX REPLACE "/rest$" "/rest/units.txt" known "${known}")
  set(${files} "${known}" PARENT_SCOPE)
endfunction()

# At the end of the project, when every target is there.
function(_earmark_define_check name targets policy fail_on reports source_directory binary_directory)
  set(roots "")
  foreach(target IN LISTS targets)
    _earmark_resolve("${target}" root)
    if(NOT root)
      message(FATAL_ERROR "earmark_check: '${target}' is no target that this project compiles")
    endif()
    list(APPEND roots "${root}")
  endforeach()
  _earmark_program("${roots}" program)

  set(flows "")
  set(files "")
  set(extractions "")
  foreach(target IN LISTS program)
    get_target_property(type ${target} TYPE)
    if(type MATCHES "^(EXECUTABLE|(STATIC|SHARED|MODULE|OBJECT)_LIBRARY)$")
      _earmark_extract(${target} its_flows its_files)
      list(APPEND flows ${its_flows})
      list(APPEND files ${its_files})
      list(APPEND extractions earmark-flows-${target})
    endif()
  endforeach()
  if(NOT flows)
    message(FATAL_ERROR "earmark_check: nothing is compiled for ${targets}")
  endif()

  set(folder "${binary_directory}/CMakeFiles/${name}.dir")
  get_property(multi GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  set(list "${CMAKE_BINARY_DIR}/.earmark/${name}")
  if(multi)
    string(APPEND folder "/$<CONFIG>")
    string(APPEND list "-$<CONFIG>")
  endif()
  list(JOIN flows "\n" lines)
  # Where clang-tidy looks for the program of a unit.
  string(APPEND list ".flows")
  file(GENERATE OUTPUT "${list}" CONTENT "${lines}\n")

  set(options --fail-on ${fail_on})
  set(depends "")
  if(policy)
    list(APPEND options --policy "${policy}")
    list(APPEND depends "${policy}")
  else()
    # The check looks upward from here for earmark.yaml.
    set(directory "${source_directory}")
    while(NOT depends AND NOT directory STREQUAL "/")
      if(EXISTS "${directory}/earmark.yaml")
        set(depends "${directory}/earmark.yaml")
      endif()
      get_filename_component(directory "${directory}" DIRECTORY)
    endwhile()
    if(NOT depends) # the built-in pack, until somebody writes a policy
      file(GLOB none CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/earmark.yaml")
    endif()
  endif()
  list(APPEND options --format text)
  set(byproducts "")
  while(reports)
    list(POP_FRONT reports format file)
    if(NOT IS_ABSOLUTE "${file}" AND NOT file MATCHES "^\\$<")
      set(file "${binary_directory}/${file}")
    endif()
    list(APPEND options --format ${format} -o "${file}")
    if(NOT multi OR file MATCHES "\\$<")
      list(APPEND byproducts "${file}")
    endif()
  endwhile()

  add_custom_command(OUTPUT "${folder}/passed"
    COMMAND Earmark::earmark check ${options} --stamp "${folder}/passed" --depfile "${folder}/passed.d"
      --flows "@${list}"
    BYPRODUCTS ${byproducts}
    DEPENDS "${list}" ${files} ${depends} Earmark::earmark
    DEPFILE "${folder}/passed.d"
    WORKING_DIRECTORY "${source_directory}"
    COMMENT "Checking personal data flows: ${name}"
    VERBATIM)
  add_custom_target(${name} ALL DEPENDS "${folder}/passed")
  add_dependencies(${name} ${extractions})
endfunction()

cmake_policy(POP)
