" What others may react to: `autocmd User JiraReady …`; see :help jira-events.

" Emits an event; {about} is in g:jira_event meanwhile.
function! jira#events#emit(name, about) abort
  let g:jira_event = a:about
  try
    execute 'silent doautocmd <nomodeline> User Jira' .. a:name
  finally
    unlet! g:jira_event
  endtry
endfunction
