" What every story has at hand.

" Tells the story of a file, and leaves what was wrong in the report.
function! Tell(story) abort
  let wrong = []
  try
    execute 'source' fnameescape(a:story)
    call Story()
  catch
    call add(wrong, v:exception .. ' at ' .. v:throwpoint)
  endtry
  call extend(wrong, v:errors)
  if !empty(wrong)
    call extend(wrong, ['--- messages'] + split(execute('messages'), "\n") + ['--- ' .. bufname('%')] + getline(1, 30))
  endif
  call writefile(wrong, $WORLD .. '/report')
  qall!
endfunction

" Waits until {Condition} is true. The patience is for a slow machine: nothing is measured by it.
function! Until(Condition, what) abort
  let start = reltime()
  while !a:Condition()
    if reltimefloat(reltime(start)) > 20
      throw 'Never: ' .. a:what
    endif
    sleep 5m
  endwhile
endfunction

" Waits until a message is shown that was not there when `Forget()` was called last.
function! UntilSaid(pattern) abort
  call Until({-> execute('messages') =~# a:pattern}, 'the message ' .. a:pattern)
endfunction

function! Forget() abort
  messages clear
endfunction

" Waits until the current buffer has a line that fits; gives its number.
function! UntilLine(pattern) abort
  call Until({-> search(a:pattern, 'cnw') > 0}, 'the line ' .. a:pattern)
  return search(a:pattern, 'cnw')
endfunction

let s:asked = 0

" Has something happen outside of the editor, and gives its answer.
function! World(name, ...) abort
  let s:asked += 1
  let number = s:asked
  call writefile([number, a:name, get(a:000, 0, '')], $WORLD .. '/question')
  call writefile([], $WORLD .. '/asked')
  call Until({-> filereadable($WORLD .. '/answered-' .. number)}, 'an answer to ' .. a:name)
  let answer = join(readfile($WORLD .. '/answer-' .. number), "\n")
  if answer =~# '^FAILED '
    throw answer
  endif
  return answer
endfunction

" Runs {command}, and answers what it asks, in this order: ['choose', pattern], ['type', text], ['secret', text].
function! Answering(answers, command) abort
  let s:answers = copy(a:answers)
  if has('nvim')
    call luaeval('AnswerAll(_A)', a:answers)
    execute a:command
    call Until({-> luaeval('#Answers == 0')}, 'all questions: ' .. string(a:answers))
    return
  endif
  call s:type_next()
  execute a:command
  while !empty(s:answers)
    call Until({-> !empty(popup_list())}, 'a question: ' .. string(s:answers[0]))
    call s:choose(remove(s:answers, 0))
    call s:type_next()
  endwhile
endfunction

" What is typed at a prompt is in the typeahead when it comes.
function! s:type_next() abort
  while !empty(s:answers) && s:answers[0][0] !=# 'choose'
    let answer = remove(s:answers, 0)
    call feedkeys(answer[1] .. "\<CR>", 't')
  endwhile
endfunction

" In the popup, as with the keys of a person.
function! s:choose(answer) abort
  let window = popup_list()[0]
  let lines = getbufline(winbufnr(window), 1, '$')
  let index = match(lines, a:answer[1])
  if index < 0
    throw 'No ' .. a:answer[1] .. ' among ' .. string(lines)
  endif
  call feedkeys(repeat("\<Down>", index) .. "\<CR>", 'xt')
  call Until({-> index(popup_list(), window) < 0}, 'the end of the question')
endfunction

" Neovim's questions can be answered where they are asked.
if has('nvim')
  lua <<LUA
    Answers = {}
    -- What Neovim itself asks is typed ahead.
    local function type_ahead()
      while Answers[1] and Answers[1][1] == 'secret' do
        vim.api.nvim_feedkeys(table.remove(Answers, 1)[2] .. '\r', 't', false)
      end
    end
    function AnswerAll(answers)
      Answers = answers
      type_ahead()
    end
    local function next_answer(kind)
      local answer = table.remove(Answers, 1)
      assert(answer and answer[1] == kind, 'asked to ' .. kind .. ', and the next answer is ' .. vim.inspect(answer))
      type_ahead()
      return answer[2]
    end
    vim.ui.select = function(items, options, on_choice)
      local pattern = vim.regex(next_answer('choose'))
      for index, item in ipairs(items) do
        if pattern:match_str((options.format_item or tostring)(item)) then
          return on_choice(item, index)
        end
      end
      error('nothing fits among ' .. vim.inspect(items))
    end
    vim.ui.input = function(options, on_confirm)
      on_confirm(next_answer('type'))
    end
LUA
endif

" Signs in without the questions.
function! SignIn() abort
  let request = jira#agent#request('jira/configure', {'baseUrl': $JIRA, 'authentication': {'type': 'token', 'token': $TOKEN}})
  call jira#agent#wait(request, 20000)
  call assert_equal('done', request.state)
endfunction
