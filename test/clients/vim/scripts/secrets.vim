" A token leaves no trace: not in a history, in what is kept for the next start, or in a log of everything.

function! Story() abort
  if has('nvim')
    set shada='100,<50,:50,@50,/50
    let &shadafile = $WORLD .. '/shada'
    lua vim.lsp.set_log_level('trace')
  else
    set viminfo='100,<50,:50,@50,/50
    let &viminfofile = $WORLD .. '/viminfo'
  endif
  call Answering([['choose', 'Personal access token'], ['secret', $TOKEN]], 'Jira add ' .. $JIRA)
  call UntilSaid('connected as Alice Archer')
  Jira issues
  call UntilLine('^\u\+-\d\+ ')
  call writefile(split(execute('messages') .. execute('history all') .. execute('registers'), "\n"), $WORLD .. '/seen')
  execute has('nvim') ? 'wshada!' : 'wviminfo!'
endfunction
