" Where the agent is found; and where there is none, or none that runs, one clear sentence.

function! Story() abort
  unlet! g:jira_command
  call s:says('The Jira agent was not found\. Install it with `npm install --global jira-language-server`, or set g:jira_command\.')
  call assert_equal('Jira: no agent', jira#statusline())
  let g:jira_command = '/no/such/agent'
  call s:says('/no/such/agent is no program: see g:jira_command\.')
  unlet g:jira_command

  " Beside the plugin, where the repository is built.
  call World('build')
  let g:jira_node = 'no-such-node'
  call s:says('needs Node.js 20\.19 or later, and there is none on the PATH')
  let g:jira_node = World('old node')
  call s:says('needs Node.js 20\.19 or later, and this one is 18\.20\.1')
  let g:jira_node = $NODE
  call s:says('No Jira is configured')
  call s:end()

  " On the PATH, which comes first.
  let $PATH = World('install') .. ':' .. $PATH
  call s:says('No Jira is configured')

  " It ends by itself: that is told once, and the next request starts another one.
  call Forget()
  call World('kill')
  call Until({-> jira#agent#state() ==# 'off'}, 'the end')
  call UntilSaid('The Jira agent ended')
  call s:says('No Jira is configured')
  call s:end()

  let g:jira_command = ['sh', '-c', 'echo "It is too late." >&2; exit 3']
  call s:says('The Jira agent ended with code 3: ' .. (has('nvim') ? 'see ' : 'It is too late\.'))
endfunction

function! s:says(pattern) abort
  call Forget()
  Jira providers
  call UntilSaid(a:pattern)
  sleep 50m
  call assert_equal(1, len(filter(split(execute('messages'), "\n"), 'v:val =~# "^Jira: "')), a:pattern)
endfunction

function! s:end() abort
  Jira stop
  call Until({-> jira#agent#state() ==# 'off'}, 'the end')
endfunction
