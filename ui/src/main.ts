import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

import { mount } from 'svelte';

import { chooseApi } from './api';
import App from './App.svelte';

await chooseApi();

const target = document.getElementById('app');
if (target) mount(App, { target });
