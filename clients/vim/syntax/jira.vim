" A list of issues, and the doctor's findings.

if exists('b:current_syntax')
  finish
endif

syntax match jiraTitle /\%1l.*/
syntax match jiraQuery /\%2l.*/
syntax match jiraKey /^\u[[:upper:][:digit:]_]\+-\d\+\ze\s/ nextgroup=jiraType skipwhite
syntax match jiraType /\S.\{-}\ze\s\{2,}/ contained nextgroup=jiraNew,jiraBegun,jiraDone,jiraOther skipwhite
syntax match jiraNew /[○o] .\{-}\ze\s\{2,}/ contained
syntax match jiraBegun /[◐~] .\{-}\ze\s\{2,}/ contained
syntax match jiraDone /[●x] .\{-}\ze\s\{2,}/ contained
syntax match jiraOther /[·.] .\{-}\ze\s\{2,}/ contained
syntax match jiraDay /\<\d\{4}-\d\d-\d\d\>/
syntax match jiraNote /^\%(Asking Jira\|Jira has none\|R tries again\|What is shown\|\d\+ more below\).*/
syntax match jiraGood /^\%(✓\|ok\) \S\+:/
syntax match jiraWarning /^! \S\+:/
syntax match jiraBad /^\%(✗\|FAILED\) \S\+:/

highlight default link jiraTitle Title
highlight default link jiraQuery Comment
highlight default link jiraKey Identifier
highlight default link jiraType Type
highlight default link jiraNew Normal
highlight default link jiraBegun Statement
highlight default link jiraDone Comment
highlight default link jiraOther Normal
highlight default link jiraDay Number
highlight default link jiraNote NonText
highlight default link jiraGood DiffAdd
highlight default link jiraWarning WarningMsg
highlight default link jiraBad ErrorMsg

let b:current_syntax = 'jira'
