" The editor ends right after a text was written: what was written is sent, or kept.

function! Story() abort
  call SignIn()
  edit notes.md
  Jira comment ABC-2
  call UntilLine('<!-- jira: ')
  call setline(1, 'Written in haste.')
  call writefile(v:errors, $WORLD .. '/report')
  let g:jira_patience = +$PATIENCE
  wqall
endfunction
