" Which program the agent is, and why it does not run.

let s:root = expand('<sfile>:p:h:h:h:h')

" The least that the agent runs on; see `engines` of its package.json.
let s:node = [20, 19]

" {'command': [...]}, or {'problem': a sentence for people}.
function! jira#agent#program#find() abort
  let named = get(g:, 'jira_command', [])
  let command = type(named) == v:t_list ? copy(named) : [expand(named)]
  if empty(command) && executable('jira-language-server')
    let command = [exepath('jira-language-server')]
  endif
  if empty(command)
    let command = s:beside_the_plugin()
  endif
  if empty(command)
    return {'problem': 'The Jira agent was not found. Install it with `npm install --global jira-language-server`, or set g:jira_command.'}
  endif
  if !executable(command[0])
    return {'problem': command[0] ==# s:node_program() ? s:no_node() : command[0] .. ' is no program: see g:jira_command.'}
  endif
  return {'command': command + ['--stdio']}
endfunction

" The agent of the repository that this plugin is in, where it was built.
function! s:beside_the_plugin() abort
  let main = fnamemodify(s:root, ':h:h') .. '/dist/main.js'
  return filereadable(main) ? [s:node_program(), main] : []
endfunction

function! s:node_program() abort
  return get(g:, 'jira_node', 'node')
endfunction

function! s:no_node() abort
  return 'The Jira agent needs Node.js ' .. join(s:node, '.') .. ' or later, and there is none on the PATH: install it, or set g:jira_node.'
endfunction

" One sentence: why the agent ended before it answered. {said} is what it wrote to stderr.
function! jira#agent#program#why(code, said) abort
  if !executable(s:node_program())
    return s:no_node()
  endif
  let found = jira#agent#program#node_version()
  if !empty(found) && (found[0] < s:node[0] || (found[0] == s:node[0] && found[1] < s:node[1]))
    return 'The Jira agent needs Node.js ' .. join(s:node, '.') .. ' or later, and this one is ' .. join(found, '.') .. ': update it, or set g:jira_node.'
  endif
  let last = get(filter(split(a:said, "\n"), 'v:val =~# "\\S"'), -1, '')
  return 'The Jira agent ended with code ' .. a:code .. (last ==# '' ? '.' : ': ' .. jira#text#line(last))
endfunction

" [major, minor, patch]; empty where it does not tell. It waits for the program: only for when something is wrong.
function! jira#agent#program#node_version() abort
  let said = system(shellescape(s:node_program()) .. ' --version')
  return map(matchlist(said, '^v\(\d\+\)\.\(\d\+\)\.\(\d\+\)')[1:3], 'str2nr(v:val)')
endfunction
