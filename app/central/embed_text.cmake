# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DINPUT=… -DOUTPUT=… -DNAME=… -P embed_text.cmake: a text file as a function of the program, so that the program
# finds it wherever it is installed.
file(READ "${INPUT}" text)
file(WRITE "${OUTPUT}" "#include <string_view>\n\nnamespace yichuang::central {\n\nstd::string_view ${NAME}() {\n    return R\"embedded(${text})embedded\";\n}\n\n} // namespace yichuang::central\n")
