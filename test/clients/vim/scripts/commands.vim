" The rest of the subcommands, and what the tab key makes of their arguments.

function! Story() abort
  call SignIn()
  call s:queries()
  call s:completion()
  call s:create_from_lines()
  call s:open_in_browser()
  call s:transition_by_name()
  call s:doctor()
  call s:mistakes()
  call s:remove()
endfunction

function! s:queries() abort
  call Answering([['choose', '^Reported by me']], 'Jira queries')
  call UntilLine('^\u\+-\d\+ ')
  call assert_match('reporter = currentUser()', getline(2))
  " A pasted address has an `=`, and is no JQL.
  execute 'Jira issues' $JIRA .. '/issues/?jql=key%20%3D%20ABC-3'
  call UntilLine('^ABC-3 ')
  call assert_match('key = ABC-3', getline(2))
endfunction

function! s:completion() abort
  Jira issues project = ABC ORDER BY key ASC
  call UntilLine('^ABC-1 ')
  call assert_equal(['issue', 'issues'], getcompletion('Jira iss', 'cmdline'))
  call assert_true(index(getcompletion('Jira issue ABC-', 'cmdline'), 'ABC-7') >= 0)
  call assert_true(index(getcompletion('Jira issues project = A', 'cmdline'), 'ABC') >= 0)
  call assert_equal(['ORDER BY'], getcompletion('Jira issues project = ABC ORD', 'cmdline'))
  call assert_equal(['me'], getcompletion('Jira assign ABC-1 me', 'cmdline'))
  call assert_equal(['browser', 'code'], getcompletion('Jira authorize some-jira ', 'cmdline'))
  let request = jira#agent#request('jira/transitions', {'key': 'ABC-4'}, {result -> jira#known#transitions_are('ABC-4', result.transitions)})
  call jira#agent#wait(request, 20000)
  call assert_equal(['with a reason'], getcompletion('Jira transition ABC-4 Resolve w', 'cmdline'))
  call assert_equal([], getcompletion('Jira signout nothing more ', 'cmdline'))
endfunction

function! s:create_from_lines() abort
  edit code.py
  call setline(1, ['def f():', '    return 1  # TODO wrong'])
  2Jira create ABC Task
  call UntilLine('<!-- jira: A new Task in ABC')
  call assert_match('return 1  # TODO wrong', join(getline(1, '$'), "\n"))
  call setline(1, 'f is wrong')
  write
  call UntilLine('^# ABC-\d\+: f is wrong')
  call UntilLine('return 1  # TODO wrong')
  close
endfunction

function! s:open_in_browser() abort
  let g:jira_browser = ['sh', '-c', 'printf %s "$0" > "$WORLD/url.part" && mv "$WORLD/url.part" "$WORLD/url"']
  Jira open ABC-3
  call Until({-> filereadable($WORLD .. '/url')}, 'the browser')
  call assert_equal($JIRA .. '/browse/ABC-3', readfile($WORLD .. '/url')[0])
endfunction

function! s:transition_by_name() abort
  call assert_equal('', World('status', 'ABC-4')->matchstr('Done'))
  Jira transition ABC-4 done
  call UntilSaid('ABC-4 is Done\.')
  call assert_equal('Done', World('status', 'ABC-4'))
endfunction

function! s:doctor() abort
  vertical Jira doctor
  call UntilLine('^✓ login: ')
  call assert_equal('jira', &filetype)
  normal gq
  call assert_notmatch('doctor', bufname('%'))
  Jira messages
  call assert_equal(has('nvim') ? 1 : 0, bufname('%') =~# 'lsp.log')
  close
endfunction

function! s:mistakes() abort
  Jira nonsense
  call UntilSaid('There is no `:Jira nonsense`; these are: actions, add, ')
  Jira issues project =
  call UntilLine('^R tries again')
  call assert_match('does not understand the query', join(getline(1, '$'), "\n"))
  close
  Jira create ABC Nonsense
  call UntilSaid('There is no type “Nonsense” in ABC; these are: Task, ')
  Jira signout nobody
  call UntilSaid('There is no Jira “nobody” for this')
endfunction

function! s:remove() abort
  call Answering([['choose', 'Yes']], 'Jira remove')
  call UntilSaid('Honest Jira is removed')
  call Until({-> empty(jira#providers#all())}, 'the news')
  Jira issues
  call UntilLine('R tries again')
endfunction
