// Small help for every page; all of them read well without it.
document.documentElement.classList.add("js");
