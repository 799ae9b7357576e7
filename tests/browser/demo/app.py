"""The demo of the building blocks, served as the product is: same headers, same settings."""

import streamlit as st
from starlette.middleware import Middleware

from pages.ui.security import SecurityHeaders

app = st.App("shell.py", middleware=[Middleware(SecurityHeaders)])
