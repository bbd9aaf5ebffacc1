" The whole job with a personal access token, on and off the network.

function! Story() abort
  call s:sign_in()
  call s:list()
  call s:open()
  call s:transition()
  call s:comment()
  call s:assign_and_log()
  call s:create()
  call s:go_off_and_come_back()
  call s:sign_out()
endfunction

function! s:sign_in() abort
  call Answering([['choose', 'Personal access token'], ['secret', $TOKEN]], 'Jira add ' .. $JIRA)
  call UntilSaid('connected as Alice Archer')
  call assert_equal('Jira', jira#statusline()->substitute('…', '', ''))
  call assert_notmatch($TOKEN, execute('messages'))
  call assert_notmatch($TOKEN, execute('history all'))
  call assert_notmatch($TOKEN, execute('registers'))
endfunction

function! s:list() abort
  let g:jira_page_size = 20
  Jira issues project = ABC ORDER BY key ASC
  call UntilLine('^ABC-1 ')
  call assert_equal('jira', &filetype)
  call assert_match('^20 of \d\+ issues', getline(1))
  call assert_equal('project = ABC ORDER BY key ASC', getline(2))
  call assert_equal(0, &modifiable)
  " The next page comes as the end comes near.
  call cursor(line('$'), 1)
  redraw
  doautocmd CursorMoved
  call UntilLine('^ABC-40 ')
  call assert_match('^40 of \d\+ issues', getline(1))
endfunction

function! s:open() abort
  call cursor(search('^ABC-2 ', 'w'), 1)
  normal Y
  call assert_equal('ABC-2', @")
  normal o
  call UntilLine('^# ABC-2: ')
  call assert_equal('markdown', &filetype)
  call assert_match('^jira://[^/]\+/ABC-2\.md$', bufname('%'))
  call assert_equal(0, &modeline)
  call assert_equal('ABC-2', jira#context#issue().key)
endfunction

function! s:transition() abort
  call Answering([['choose', '^Resolve with'], ['choose', 'Duplicate']], 'Jira transition')
  call UntilSaid('ABC-2 is Done\.')
  call UntilLine('^- Status: Done (Duplicate)')
  wincmd p
  call assert_match('Done', getline(search('^ABC-2 ', 'nw')))
  " By name, and what cannot be is said.
  Jira transition ABC-2 Nonsense
  call UntilSaid('ABC-2 cannot be moved by “Nonsense”')
endfunction

function! s:comment() abort
  Jira comment ABC-2
  call UntilLine('<!-- jira: A comment on ABC-2')
  call setline(1, ['It happens with **every** filter.', '', '- and ä, 日本, 😀'])
  write
  call UntilSaid('The comment is on ABC-2')
  call assert_equal('', World('comment', 'ABC-2')->matchstr('jira:'))
  call assert_match('\*every\* filter.*\* and ä, 日本, 😀', World('comment', 'ABC-2'))
  call assert_equal([], filter(getbufinfo(), 'v:val.name =~# "comment$"'))
  " Nothing is sent where nothing is written; what Jira refuses stays to be mended.
  Jira comment ABC-2
  call UntilLine('<!-- jira: ')
  write
  call UntilSaid('There is nothing to send')
  call World('refuse comments')
  call setline(1, 'Refused at first.')
  wq
  call UntilSaid('You may not comment')
  call Until({-> &modified}, 'the text to come back')
  call assert_equal('Refused at first.', getline(1))
  call World('all is well')
  wq
  call Until({-> World('comment', 'ABC-2') =~# 'Refused at first'}, 'the comment')
endfunction

function! s:assign_and_log() abort
  call Answering([['choose', '^Bob ']], 'Jira assign ABC-3')
  call UntilSaid('ABC-3 is assigned to Bob')
  Jira assign ABC-3 nobody
  call UntilSaid('ABC-3 is nobody’s')
  Jira log ABC-3 1h 30m Looked for the cause.
  call UntilSaid('work on ABC-3 was logged')
  call assert_equal('5400 Looked for the cause.', World('worklog', 'ABC-3'))
endfunction

function! s:create() abort
  call Answering([['choose', '^ABC '], ['choose', '^Task']], 'Jira create')
  call UntilLine('<!-- jira: A new Task in ABC')
  call setline(1, ['Made in an editor', '', 'With a *description*.'])
  write
  call UntilSaid('[A-Z]\+-\d\+ is created')
  call UntilLine('^# ABC-\d\+: Made in an editor')
  call UntilLine('With a _description_\|With a \*description\*')
endfunction

function! s:go_off_and_come_back() abort
  Jira issues project = ABC ORDER BY key ASC
  call UntilLine('^ABC-1 ')
  call World('go away')
  call jira#keymaps#refresh()
  call UntilLine('R tries again')
  call assert_match('^ABC-1 ', getline(4), 'what was read before stays')
  call Until({-> jira#statusline() =~# 'offline'}, 'the status')
  call World('come back')
  " Nobody asks: the agent finds it again, and the list is read anew.
  call Until({-> search('R tries again', 'cnw') == 0}, 'the list')
  call Until({-> jira#statusline() =~# '^Jira'}, 'the status')
endfunction

function! s:sign_out() abort
  Jira signout
  call UntilSaid('Signed out of Honest Jira')
  call Until({-> jira#statusline() =~# 'sign in'}, 'the status')
  Jira stop
  call Until({-> jira#agent#state() ==# 'off'}, 'the end of the agent')
  call assert_equal('', jira#agent#problem())
endfunction
