" OAuth: the keys for the administrator, the browser that comes back, and the code that is typed.

function! Story() abort
  call Answering([['choose', '^OAuth'], ['choose', 'new key pair']], 'Jira add ' .. $JIRA)
  call UntilLine('^Consumer Key: ')
  call UntilSaid('configured\. When the application link is there')
  call assert_equal('markdown', &filetype)
  call assert_match('^\d\. As a Jira administrator', getline(UntilLine('^1\. ')))
  let key = matchstr(getline(UntilLine('^Consumer Key: ')), '\S\+$')
  let public = join(getline(search('BEGIN PUBLIC KEY', 'nw'), search('END PUBLIC KEY', 'nw')), '\n')
  call World('create link', json_encode([key, public]))

  " The browser is the user's own choice, and comes back by itself.
  let g:jira_browser = ['sh', '-c', 'printf %s "$0" > "$WORLD/url.part" && mv "$WORLD/url.part" "$WORLD/url"']
  Jira authorize
  call UntilLine('The browser comes back by itself')
  call Until({-> filereadable($WORLD .. '/url')}, 'the browser')
  call Forget()
  call World('approve', readfile($WORLD .. '/url')[0])
  call UntilSaid('connected as Alice Archer')
  call assert_equal([], filter(getbufinfo(), 'v:val.name =~# "authorize"'))

  Jira issues
  call UntilLine('^\u\+-\d\+ ')

  Jira signout
  call UntilSaid('Signed out')
  call Forget()

  " Over SSH there is no browser that could come back.
  let $SSH_CONNECTION = '10.0.0.1 50000 10.0.0.2 22'
  call s:by_code()
  call UntilSaid('connected as Alice Archer')
  Jira issues
  call UntilLine('^\u\+-\d\+ ')
endfunction

" The code is known only once the address is: the person looks at the screen, and types.
function! s:by_code() abort
  let s:code_is_typed = 0
  call timer_start(10, function('s:look'), {'repeat': -1})
  if has('nvim')
    lua vim.ui.input = function(_, on_confirm) on_confirm(vim.fn.CodeOf()) end
  endif
  Jira authorize
  call Until({-> s:code_is_typed}, 'the code')
endfunction

function! s:look(timer) abort
  if has('nvim') || empty(getbufline('jira:///authorize', 3))
    return
  endif
  call timer_stop(a:timer)
  call feedkeys(CodeOf() .. "\<CR>", 't')
endfunction

function! CodeOf() abort
  let s:code_is_typed = 1
  return World('approve', matchstr(getbufline('jira:///authorize', 3)[0], 'Approve at <\zs[^>]*'))
endfunction
