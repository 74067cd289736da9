@rem On Windows a script is no program: this is the one that runs it.
@node "%~dp0vscode-executable.mjs" %*
