" Which issue is meant where none is named.

" How a key of an issue looks; whether it is one, Jira knows.
let s:key = '\v<[[:upper:]][[:upper:][:digit:]_]+-[1-9]\d*>'

function! jira#context#is_key(text) abort
  return a:text =~? '\v^[[:alpha:]][[:alnum:]_]+-[1-9]\d*$'
endfunction

" {'key', 'provider'?} of what the cursor is on, the buffer is about, or the branch is for; {} where there is none.
function! jira#context#issue() abort
  let jira = jira#buffers#of(bufnr('%'))
  let listed = jira#list#issue(bufnr('%'), line('.'))
  if !empty(listed)
    return {'key': listed.key, 'provider': listed.provider}
  endif
  let key = jira#context#key_at_cursor()
  if has_key(jira, 'key') && (key ==# '' || key ==# jira.key)
    return {'key': jira.key, 'provider': jira.provider}
  endif
  if key ==# ''
    let key = jira#context#branch_key()
  endif
  return key ==# '' ? {} : {'key': key}
endfunction

" Calls {Then} with an issue: the one that {key} names, the one that is meant, or the one that the user chooses.
function! jira#context#choose(key, prompt, Then) abort
  let issue = a:key ==# '' ? jira#context#issue() : s:named(a:key)
  if !empty(issue)
    return a:Then(issue)
  endif
  call jira#agent#request('jira/recentIssues', {}, function('s:recent', [a:prompt, a:Then]))
endfunction

function! s:named(key) abort
  let known = jira#known#issue_of(a:key)
  return empty(known) ? {'key': toupper(a:key)} : {'key': known.key, 'provider': known.provider}
endfunction

function! s:recent(prompt, Then, result) abort
  for issue in a:result.issues
    call jira#known#issue(issue)
  endfor
  call jira#ui#select(a:result.issues, a:prompt, {issue -> issue.key .. '  ' .. issue.summary .. '  (' .. issue.status.name .. ')'}, {issue -> a:Then({'key': issue.key, 'provider': issue.provider})})
endfunction

" '' where the cursor is on none.
function! jira#context#key_at_cursor() abort
  let line = getline('.')
  let column = col('.') - 1
  let start = 0
  while 1
    let [key, from, to] = matchstrpos(line, s:key, start)
    if from < 0 || from > column
      return ''
    endif
    if column < to
      return key
    endif
    let start = to
  endwhile
endfunction

" The key in the name of the branch that is checked out; '' where there is none.
function! jira#context#branch_key() abort
  return toupper(matchstr(jira#context#branch(), '\v<[[:alpha:]][[:alnum:]_]+-[1-9]\d*>'))
endfunction

" The branch of the repository that the buffer, or else the working folder, is in.
function! jira#context#branch() abort
  let folder = bufname('%') =~# '^\a\+://' || bufname('%') ==# '' ? getcwd() : fnamemodify(resolve(expand('%:p')), ':h')
  let head = s:head_file(folder)
  if head ==# ''
    return ''
  endif
  return matchstr(get(readfile(head, '', 1), 0, ''), '^ref: refs/heads/\zs.*')
endfunction

" A worktree and a submodule have a file `.git` that tells where it is; a commit message is in the folder itself.
function! s:head_file(folder) abort
  if filereadable(a:folder .. '/HEAD') && isdirectory(a:folder .. '/refs')
    return a:folder .. '/HEAD'
  endif
  let top = a:folder
  while !filereadable(top .. '/.git/HEAD') && !filereadable(top .. '/.git')
    let parent = fnamemodify(top, ':h')
    if parent ==# top
      return ''
    endif
    let top = parent
  endwhile
  if filereadable(top .. '/.git')
    let place = matchstr(get(readfile(top .. '/.git', '', 1), 0, ''), '^gitdir: \zs.*')
    let git = place =~# '^\%(/\|\a:\)' ? place : top .. '/' .. place
    return filereadable(git .. '/HEAD') ? git .. '/HEAD' : ''
  endif
  return top .. '/.git/HEAD'
endfunction
