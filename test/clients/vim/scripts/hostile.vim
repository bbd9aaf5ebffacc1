" What somebody wrote into Jira is text, and does nothing.

function! Story() abort
  set modeline modelines=5
  call SignIn()
  Jira issues project = ABC ORDER BY key ASC
  call UntilLine('^ABC-1 ')
  call assert_equal(1, len(filter(getline(1, '$'), 'v:val =~# "^ABC-1 "')))
  call assert_equal([], filter(getline(1, '$'), 'v:val =~# "[[:cntrl:]]"'))
  set statusline=%{jira#statusline()}\ %f laststatus=2
  redraw
  call cursor(search('^ABC-1 '), 1)
  normal o
  call UntilLine('^# ABC-1')
  call assert_equal([], filter(getline(1, '$'), 'v:val =~# "[[:cntrl:]]"'))
  call assert_equal('markdown', &filetype)
  call assert_equal(0, &number)
  edit
  call UntilLine('^# ABC-1')
  call assert_equal(0, &number)
  normal K
  redraw
  Jira quickfix key = ABC-1
  call Until({-> !empty(getqflist())}, 'the quickfix list')
  call assert_false(filereadable('pwned'))
  call assert_false(filereadable(expand('~/pwned')))
endfunction
