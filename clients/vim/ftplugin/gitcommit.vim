" Keys of issues in the message of a commit: by omni-completion, where nobody else has it.

if &l:omnifunc ==# '' && exists('#jira') && get(g:, 'jira_gitcommit', 1)
  setlocal omnifunc=jira#omnifunc
  let b:undo_ftplugin = get(b:, 'undo_ftplugin', 'execute') .. ' | setlocal omnifunc<'
endif
