" What went by, for the completion of the command line, which cannot wait.

let s:issues = {}
let s:transitions = {}
let s:users = {}
let s:projects = {}
let s:types = {}

function! jira#known#key(key) abort
  let s:issues[a:key] = get(s:issues, a:key, {})
endfunction

function! jira#known#issue(issue) abort
  let s:issues[a:issue.key] = a:issue
  for person in [get(a:issue, 'assignee', {}), get(a:issue, 'reporter', {})]
    if type(person) == v:t_dict && has_key(person, 'name')
      let s:users[person.name] = 1
    endif
  endfor
  let s:projects[a:issue.project.key] = 1
endfunction

" The issue of a key, as it was seen last; {} where it was not.
function! jira#known#issue_of(key) abort
  return get(s:issues, toupper(a:key), {})
endfunction

function! jira#known#transitions_are(key, transitions) abort
  let s:transitions[a:key] = map(copy(a:transitions), 'v:val.name')
endfunction

function! jira#known#users_are(users) abort
  for user in a:users
    let s:users[user.name] = 1
  endfor
endfunction

function! jira#known#projects_are(projects) abort
  for project in a:projects
    let s:projects[project.key] = 1
  endfor
endfunction

function! jira#known#types_are(project, types) abort
  let s:types[a:project] = map(copy(a:types), 'v:val.name')
endfunction

function! jira#known#keys() abort
  return sort(keys(s:issues))
endfunction

function! jira#known#transitions(key) abort
  return get(s:transitions, toupper(a:key), [])
endfunction

function! jira#known#users() abort
  return ['me', 'nobody'] + sort(keys(s:users))
endfunction

function! jira#known#projects() abort
  return sort(keys(s:projects))
endfunction

function! jira#known#types(project) abort
  return get(s:types, toupper(a:project), [])
endfunction
