" The fields that a screen of Jira insists on.

" Those that the user must give.
function! jira#fields#needed(fields) abort
  return filter(copy(a:fields), {_, field -> field.required && !field.hasDefault})
endfunction

" Asks for each of them, then calls {Then} with the values by the ids of the fields. {place} has the `key` of the issue,
" or the `project` of a new one.
function! jira#fields#ask(fields, place, Then) abort
  call s:ask_next(jira#fields#needed(a:fields), a:place, {}, a:Then)
endfunction

function! s:ask_next(fields, place, values, Then) abort
  if empty(a:fields)
    return a:Then(a:values)
  endif
  let [field; rest] = a:fields
  let name = jira#text#line(field.name)
  let Given = {value -> s:ask_next(rest, a:place, extend(a:values, {field.id: field.multiple && type(value) != v:t_list ? [value] : value}), a:Then)}
  let allowed = get(field, 'allowedValues', v:null)
  if type(allowed) == v:t_list && !empty(allowed)
    let Chosen = field.kind ==# 'cascade' ? {outer -> s:ask_inner(name, outer, Given)} : {each -> Given(each.id)}
    return jira#ui#select(allowed, name .. ':', {each -> each.name}, Chosen)
  endif
  if field.kind ==# 'user'
    return jira#agent#request('jira/assignableUsers', a:place, {result -> jira#ui#select(result.users, name .. ':', {user -> user.displayName}, {user -> Given(user.name)})})
  endif
  call jira#ui#input(name .. s:form(field) .. ': ', '', {text -> Given(s:value(field, text))})
endfunction

" The second choice of two that depend on each other.
function! s:ask_inner(name, outer, Given) abort
  let inner = get(a:outer, 'children', v:null)
  if type(inner) != v:t_list || empty(inner)
    return a:Given([a:outer.id])
  endif
  call jira#ui#select(inner, a:name .. ', ' .. a:outer.name .. ':', {each -> each.name}, {each -> a:Given([a:outer.id, each.id])})
endfunction

function! s:form(field) abort
  let form = get({'date': 'yyyy-mm-dd', 'dateTime': 'yyyy-mm-ddThh:mm:ssZ', 'issue': 'key', 'timeTracking': 'minutes'}, a:field.kind, '')
  let several = a:field.multiple ? 'commas between several' : ''
  let forms = filter([form, several], 'v:val !=# ""')
  return empty(forms) ? '' : ' (' .. join(forms, ', ') .. ')'
endfunction

" In the plain form of its kind; see `FieldKind` in the agent's documentation.
function! s:value(field, text) abort
  if a:field.multiple
    return map(split(a:text, '\s*,\s*'), {_, each -> s:single_value(a:field.kind, each)})
  endif
  return s:single_value(a:field.kind, a:text)
endfunction

function! s:single_value(kind, text) abort
  if a:kind ==# 'number'
    return str2float(a:text)
  elseif a:kind ==# 'markup'
    return {'markdown': a:text}
  elseif a:kind ==# 'timeTracking'
    return {'originalEstimate': str2nr(a:text) * 60}
  endif
  return a:text
endfunction
